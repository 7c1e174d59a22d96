package io.huhang.web;

import java.util.ArrayList;
import java.util.List;

import io.huhang.campaign.Problem;
import io.huhang.organization.PasswordRule;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Standing;
import io.huhang.process.Accounts;
import io.huhang.process.Passwords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A person changes its own password: stays logged in here, and every other session ends.
 */
@Controller
class PasswordPage {

	private static final String CLAUSE = "账号安全要求";

	private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	private final Accounts accounts;

	private final Passwords passwords;

	private final People people;

	PasswordPage(Accounts accounts, Passwords passwords, People people) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.people = people;
	}

	@GetMapping(AccountGuard.CHANGE_PASSWORD)
	String show(Model model, Person person) {
		return page(List.of(), model, person);
	}

	@PostMapping(AccountGuard.CHANGE_PASSWORD)
	String change(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String repeated, Model model, Person person, Authentication login,
			HttpServletRequest request, HttpServletResponse response) {
		List<Problem> problems = check(person, current, password, repeated);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(problems, model, person);
		}
		this.accounts.changePassword(person.id(), password);
		stayLoggedIn(person.id(), login, request, response);
		return "redirect:/?password";
	}

	private List<Problem> check(Person person, String current, String password, String repeated) {
		List<Problem> problems = new ArrayList<>();
		if (!this.passwords.match(person.id(), current)) {
			problems.add(new Problem("current", "原密码不正确，请重新输入。", CLAUSE));
		}
		problems.addAll(PasswordRule.check(person, password, repeated));
		if (!password.isEmpty() && password.equals(current)) {
			problems.add(PasswordRule.unchanged());
		}
		return problems;
	}

	private void stayLoggedIn(String userId, Authentication login, HttpServletRequest request,
			HttpServletResponse response) {
		int credentials = this.people.standing(userId).map(Standing::credentials).orElseThrow();
		SecurityContext renewed = SecurityContextHolder.createEmptyContext();
		renewed.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new SignedIn(userId, credentials),
				null, login.getAuthorities()));
		SecurityContextHolder.setContext(renewed);
		request.changeSessionId();
		this.sessions.saveContext(renewed, request, response);
	}

	private String page(List<Problem> problems, Model model, Person person) {
		model.addAttribute("passwordDue", this.people.standing(person.id()).map(Standing::passwordDue).orElse(false));
		model.addAttribute("problems", new FieldProblems(problems));
		return "password";
	}

}
