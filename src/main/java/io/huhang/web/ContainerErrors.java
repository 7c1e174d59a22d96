package io.huhang.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Answers in Chinese what the container refuses before any page of ours is asked, such as
 * an address that was typed wrongly off a sheet of paper (填表须知四).
 */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="zh-CN">
			<head><meta charset="UTF-8"><title>护航遴选</title><link rel="stylesheet" href="/assets/huhang.css"></head>
			<body>
			<main class="narrow">
			  <h1>%s</h1>
			  <p>%s</p>
			  <p><a href="/">返回首页</a></p>
			</main>
			</body>
			</html>
			""";

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextCustomizers(context -> {
			StandardHost host = (StandardHost) context.getParent();
			host.getPipeline().addValve(new Page());
			host.setErrorReportValveClass(Page.class.getName());
		});
	}

	// Behind Spring's own, whose page the innermost comes before.
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	/** Writes the page where nobody has answered yet. */
	static final class Page extends ErrorReportValve {

		private static final int FIRST_ERROR = 400;

		private static final int FIRST_OWN_ERROR = 500;

		@Override
		protected void report(Request request, Response response, Throwable thrown) {
			int status = response.getStatus();
			if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			try {
				write(response, text(status));
			}
			catch (IOException | IllegalStateException ex) {
				// The visitor has gone, or the answer is on its way: nothing is left to
				// say.
				getContainer().getLogger().debug("error page not written", ex);
			}
		}

		private static String text(int status) {
			return (status < FIRST_OWN_ERROR)
					? PAGE.formatted("无法识别该地址", "地址中含有不能使用的字符，或者请求不完整；请核对地址后重新输入，或扫描页上的二维码打开。")
					: PAGE.formatted("系统暂时无法处理", "请稍后重试。已保存的内容不会丢失；如多次出现，请联系申报咨询。");
		}

		private static void write(Response response, String page) throws IOException {
			response.setContentType("text/html;charset=UTF-8");
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
			response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
			response.finishResponse();
		}

	}

}
