package io.huhang.web;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.huhang.Cast;
import io.huhang.application.CaseDossier;
import io.huhang.application.Revisions;
import io.huhang.process.Tasks.WorkItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@DisplayName("预览同时只生成两份")
class PreviewPageTests {

	private final Access access = mock(Access.class);

	private final CaseDossier dossier = mock(CaseDossier.class);

	private final PreviewPage page = new PreviewPage(this.access, this.dossier, null);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final Model model = new ExtendedModelMap();

	@Test
	@DisplayName("两份正在生成时，第三份请稍后；有一份生成完后可以再要")
	void makesTwoAtATime() throws Exception {
		CountDownLatch begun = new CountDownLatch(2);
		CountDownLatch done = new CountDownLatch(1);
		when(this.access.task(any(), any(), any()))
			.thenReturn(new WorkItem("1", Revisions.FORM, "HH2024-AL-330000-0007"));
		when(this.dossier.preview(any())).thenAnswer(call -> {
			begun.countDown();
			done.await();
			return new byte[0];
		});
		ExecutorService others = Executors.newFixedThreadPool(2);
		others.execute(this::ask);
		others.execute(this::ask);
		begun.await();

		assertThat(ask()).isEqualTo("no-preview");
		assertThat(this.response.getStatus()).isEqualTo(429);
		assertThat(this.model.getAttribute("reasons")).asString().contains("请稍后刷新本页");
		done.countDown();
		others.shutdown();
		others.awaitTermination(1, TimeUnit.MINUTES);

		assertThat(ask()).isInstanceOf(ResponseEntity.class);
	}

	private Object ask() {
		return this.page.preview(Revisions.FORM, this.model, Cast.APPLICANT_A, this.response);
	}

}
