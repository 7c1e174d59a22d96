package io.huhang.web;

import java.util.List;
import java.util.concurrent.Semaphore;

import io.huhang.application.CaseDossier;
import io.huhang.application.Revisions;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The draft as it would be printed, in a window of its own. A print takes a processor for
 * seconds, so that only a few are made at a time.
 */
@Controller
class PreviewPage {

	private static final int MOST_AT_A_TIME = 2;

	private final Semaphore presses = new Semaphore(MOST_AT_A_TIME);

	private final Access access;

	private final CaseDossier dossier;

	PreviewPage(Access access, CaseDossier dossier) {
		this.access = access;
		this.dossier = dossier;
	}

	/** The PDF, or a page that says why there is none now. */
	@GetMapping("/api/tasks/{taskId}/case-application/preview")
	Object preview(@PathVariable String taskId, Model model, Person person, HttpServletResponse response) {
		String number = this.access.task(taskId, person, Revisions.FORM).number();
		if (!this.presses.tryAcquire()) {
			return none(HttpStatus.TOO_MANY_REQUESTS, List.of("正在生成的预览较多，请稍后刷新本页。"), model, response);
		}
		try {
			return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(this.dossier.preview(number));
		}
		catch (RefusedException ex) {
			return none(HttpStatus.UNPROCESSABLE_ENTITY, ex.problems().stream().map(Problem::text).toList(), model,
					response);
		}
		finally {
			this.presses.release();
		}
	}

	private static String none(HttpStatus status, List<String> reasons, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("reasons", reasons);
		return "no-preview";
	}

}
