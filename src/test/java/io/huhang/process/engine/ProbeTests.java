package io.huhang.process.engine;

import java.net.http.HttpResponse;
import io.huhang.*;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuhangTest
class ProbeTests {

	@LocalServerPort
	int port;

	@Test
	void probe() {
		Visitor anon = Visitor.anonymous(port);
		for (String p : new String[] { "/", "/api/tasks/x/ranking", "/camunda/api/engine/engine/default/task",
				"/camunda/app/tasklist/default/", "/engine-rest/task", "/login", "/camunda/",
				"/plugin/tasklist/app/plugin.js", "/webjars/camunda/app/cockpit/index.html", "/error" })
			show("anon " + p, anon.get(p));
		Visitor a = Visitor.of(Cast.APPLICANT_A, port);
		show("page", a.get("/camunda/app/tasklist/default/"));
		String e = "/camunda/api/engine/engine/default/";
		for (String p : new String[] { "/camunda/api/admin/auth/user/default", "/camunda/api/engine/engine/",
				e + "user/test-lanxi/profile",
				e + "filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task",
				e + "filter/count?itemCount=false&resourceType=Task",
				e + "process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true&firstResult=0&maxResults=15",
				e + "task", e + "user", "/camunda/app/cockpit/default/", "/camunda/app/tasklist/locales/zh.json",
				"/camunda/", "/camunda/app/welcome/default/", "/engine-rest/task", "/camunda/lib/deps.js",
				"/camunda/app/tasklist/scripts/config.js", "/plugin/tasklist/app/plugin.js",
				"/webjars/camunda/app/cockpit/index.html", "/" })
			show("A " + p, a.get(p));
		show("logout", a.post("/camunda/api/admin/auth/user/default/logout", ""));
		show("after", a.get("/camunda/app/tasklist/default/"));
		Visitor admin = Visitor.of(Cast.ADMINISTRATOR, port);
		for (String p : new String[] { e + "user", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/",
				"/camunda/api/admin/plugin/adminPlugins/default/x", e + "version" })
			show("admin " + p, admin.get(p));
		show("filter create",
				admin.post(e + "filter/create", "{\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}"));
	}

	static void show(String what, HttpResponse<String> r) {
		System.out.println("#### " + what + " -> " + r.statusCode() + " "
				+ r.headers().firstValue("Location").orElse("") + " " + r.headers().allValues("set-cookie") + " csp="
				+ r.headers().firstValue("Content-Security-Policy").orElse("-").length() + " "
				+ r.body().substring(0, Math.min(300, r.body().length())).replace("\n", " "));
	}

}
