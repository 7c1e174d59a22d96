package io.huhang;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ProductionTest
@TestPropertySource(properties = "huhang.files.folder=${java.io.tmpdir}/huhang-test-${random.uuid}")
@DisplayName("正式环境：PostgreSQL、文件夹、TLS代理")
class ProductionTests {

	@LocalServerPort
	private int port;

	private HttpResponse<Void> get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.header("Accept", "text/html")
				.header("X-Forwarded-Proto", "https")
				.header("X-Forwarded-Host", "huhang.example.cn")
				.build(), BodyHandlers.discarding());
	}

	@Test
	@DisplayName("登录页的每个Cookie只走加密连接，并要求浏览器今后只用https")
	void portalTravelsOnlyEncrypted() throws Exception {
		HttpResponse<Void> login = get("/login");

		assertThat(login.statusCode()).isEqualTo(200);
		assertSecure(login, "HUHANG-CSRF");
		assertThat(login.headers().firstValue("Strict-Transport-Security"))
			.hasValue("max-age=31536000 ; includeSubDomains");
	}

	@Test
	@DisplayName("Tasklist、Cockpit也一样")
	void webappsTravelOnlyEncrypted() throws Exception {
		HttpResponse<Void> tasklist = get("/camunda/app/tasklist/default/");

		assertThat(tasklist.statusCode()).isEqualTo(302);
		assertThat(tasklist.headers().firstValue("Location")).hasValue("https://huhang.example.cn/login");
		assertSecure(tasklist, "JSESSIONID");
	}

	private static void assertSecure(HttpResponse<?> answer, String name) {
		List<String> cookies = answer.headers().allValues("Set-Cookie");
		assertThat(cookies).anyMatch(cookie -> cookie.startsWith(name + "="))
			.allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("; SameSite=Lax"));
	}

	@Test
	@DisplayName("文件存入所设的文件夹")
	void keepsFiles(@Autowired Attachments attachments) {
		byte[] content = SampleFiles.pdf(1);

		StoredFile kept = attachments.add("HH2024-AL-330000-0001", "evidence", "a.pdf",
				new ByteArrayInputStream(content), "zhang");

		assertThat(attachments.open(kept)).hasBinaryContent(content);
	}

}
