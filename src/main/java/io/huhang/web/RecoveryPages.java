package io.huhang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.huhang.campaign.Problem;
import io.huhang.organization.AccountRequest;
import io.huhang.organization.EmailAddress;
import io.huhang.organization.PasswordRule;
import io.huhang.organization.Person;
import io.huhang.process.AccountDesk;
import io.huhang.process.AccountLinks;
import io.huhang.process.Passwords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who forgot the password chooses a new one by a letter; nobody learns who exists. */
@Controller
class RecoveryPages {

	private final AccountDesk desk;

	private final AccountLinks links;

	private final Passwords passwords;

	RecoveryPages(AccountDesk desk, AccountLinks links, Passwords passwords) {
		this.desk = desk;
		this.links = links;
		this.passwords = passwords;
	}

	@GetMapping("/account/recovery")
	String form(Model model) {
		return form("", List.of(), model);
	}

	@PostMapping("/account/recovery")
	String ask(@RequestParam(defaultValue = "") String email, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		String address = email.strip().toLowerCase(Locale.ROOT);
		Optional<String> fault = address.isEmpty() ? Optional.of("未填写，请填写登录邮箱。") : EmailAddress.fault(address);
		if (fault.isPresent()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return form(email, List.of(new Problem("email", "“邮箱”" + fault.get(), "账号安全要求")), model);
		}
		return this.desk.ask(AccountRequest.recovery(address), request.getRemoteAddr()) ? "letter-sent"
				: TooManyRequests.page(response);
	}

	@GetMapping("/account/recovery/{secret}")
	String recovery(@PathVariable String secret, Model model, HttpServletResponse response) {
		return this.links.recovering(secret).isPresent() ? recovery(secret, List.of(), model, response)
				: DeadLinks.page(response);
	}

	@PostMapping("/account/recovery/{secret}")
	String recover(@PathVariable String secret, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String repeated, Model model, HttpServletResponse response) {
		Optional<Person> recovering = this.links.recovering(secret);
		if (recovering.isEmpty()) {
			return DeadLinks.page(response);
		}
		List<Problem> problems = check(recovering.get(), password, repeated);
		if (!problems.isEmpty()) {
			return recovery(secret, problems, model, response);
		}
		return this.links.recover(secret, password) ? "redirect:/login?recovered" : DeadLinks.page(response);
	}

	private List<Problem> check(Person person, String password, String repeated) {
		List<Problem> problems = new ArrayList<>(PasswordRule.check(person, password, repeated));
		if (this.passwords.match(person.id(), password)) {
			problems.add(PasswordRule.unchanged());
		}
		return problems;
	}

	private static String form(String email, List<Problem> problems, Model model) {
		model.addAttribute("email", email);
		model.addAttribute("problems", new FieldProblems(problems));
		return "recovery";
	}

	private static String recovery(String secret, List<Problem> problems, Model model, HttpServletResponse response) {
		DeadLinks.keepSecret(response);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
		}
		model.addAttribute("secret", secret);
		model.addAttribute("problems", new FieldProblems(problems));
		return "recovery-password";
	}

}
