package io.huhang.process.engine;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("网页应用只执行本系统的脚本")
class WebappPolicyTests {

	private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>",
			Pattern.DOTALL);

	private static final Pattern HASH = Pattern.compile("'(sha256-[^']+)'");

	@LocalServerPort
	private int port;

	private Visitor administrator;

	@BeforeEach
	void logIn() {
		this.administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
	}

	@Test
	@DisplayName("安全策略只列出四个网页应用首页内联脚本的摘要")
	void policyListsExactlyTheInlineScriptsAsServed() {
		List<String> served = Stream.of("tasklist", "cockpit", "admin", "welcome")
			.flatMap(app -> inlineScripts(page(app).body()).stream())
			.map(WebappPolicyTests::hash)
			.toList();

		Matcher hashes = HASH.matcher(policy("tasklist").get("script-src"));

		assertThat(hashes.results().map(result -> result.group(1))).containsExactlyInAnyOrderElementsOf(served);
	}

	@Test
	@DisplayName("安全策略不含 nonce、sandbox，脚本不许内联")
	void policyIsExactlyWhatWeMeasured() {
		Map<String, String> policy = policy("cockpit");

		assertThat(HASH.matcher(policy.get("script-src")).replaceAll("#")).isEqualTo("'self' 'unsafe-eval' # # # #");
		policy.remove("script-src");
		assertThat(policy).isEqualTo(new TreeMap<>(Map.of("base-uri", "'self'", "default-src", "'self'", "style-src",
				"'self' 'unsafe-inline'", "img-src", "'self' data:", "frame-src", "'self'", "form-action", "'self'",
				"frame-ancestors", "'none'", "object-src", "'none'")));
	}

	@Test
	@DisplayName("32个浏览器同时打开：每一页的内联脚本都在同一个回答的安全策略之内（T26）")
	void policyFitsEachPageUnderLoad() throws Exception {
		ExecutorService browsers = Executors.newFixedThreadPool(32);
		try {
			List<Callable<Boolean>> loads = Stream.generate(() -> Stream.of("tasklist", "cockpit"))
				.limit(64)
				.flatMap(apps -> apps.<Callable<Boolean>>map(app -> () -> fits(page(app))))
				.toList();
			List<Boolean> fitting = new ArrayList<>();
			for (Future<Boolean> load : browsers.invokeAll(loads)) {
				fitting.add(load.get());
			}

			assertThat(fitting).hasSize(128).containsOnly(true);
		}
		finally {
			browsers.shutdownNow();
		}
	}

	private static boolean fits(HttpResponse<String> page) {
		List<String> policies = page.headers().allValues("Content-Security-Policy");
		return policies.size() == 1
				&& inlineScripts(page.body()).stream().allMatch(script -> policies.get(0).contains(hash(script)));
	}

	private HttpResponse<String> page(String app) {
		HttpResponse<String> page = this.administrator.get("/camunda/app/" + app + "/default/");
		assertThat(page.statusCode()).isEqualTo(200);
		return page;
	}

	private Map<String, String> policy(String app) {
		String header = page(app).headers().firstValue("Content-Security-Policy").orElseThrow();
		return Arrays.stream(header.split(";"))
			.map(directive -> directive.strip().split(" ", 2))
			.collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, second) -> first, TreeMap::new));
	}

	private static List<String> inlineScripts(String html) {
		List<String> scripts = new ArrayList<>();
		INLINE_SCRIPT.matcher(html).results().forEach(result -> scripts.add(result.group(1)));
		assertThat(scripts).hasSize(1);
		return scripts;
	}

	private static String hash(String script) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
			return "sha256-" + Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
