package io.huhang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.organization.AccountRequest;
import io.huhang.organization.Authorities;
import io.huhang.organization.ClaimKind;
import io.huhang.organization.EnterpriseEntry;
import io.huhang.organization.PasswordRule;
import io.huhang.organization.Person;
import io.huhang.organization.PersonEntry;
import io.huhang.organization.Role;
import io.huhang.process.AccountDesk;
import io.huhang.process.EnterpriseRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 申报单位 registers itself (通知二（一）). The answer is the same whether or not the code or the
 * address is known.
 */
@Controller
class RegistrationPages {

	private static final String CLAUSE = "通知二（一）";

	private static final int FEWEST_CHARS = 10;

	private static final int MOST_CHARS = 1000;

	private final AccountDesk desk;

	private final EnterpriseRegistration registration;

	private final Authorities authorities;

	private final Campaign campaign;

	RegistrationPages(AccountDesk desk, EnterpriseRegistration registration, Authorities authorities,
			Campaign campaign) {
		this.desk = desk;
		this.registration = registration;
		this.authorities = authorities;
		this.campaign = campaign;
	}

	/** The form as typed. */
	record Typed(String uscc, String enterpriseName, String name, String email, String phone, String privacyVersion) {

		EnterpriseEntry entry() {
			return EnterpriseEntry.typed(text(this.uscc), text(this.enterpriseName),
					PersonEntry.typed(text(this.name), text(this.email), text(this.phone)));
		}

		private static String text(String typed) {
			return (typed != null) ? typed : "";
		}

	}

	/** Why somebody claims a known enterprise, as typed. */
	record Claiming(String kind, String explanation) {

		static final Claiming NOTHING = new Claiming("", "");

		List<Problem> problems() {
			List<Problem> problems = new ArrayList<>();
			if (ClaimKind.named(this.kind).isEmpty()) {
				problems.add(new Problem("kind", "请选择一项“申请事项”。", CLAUSE));
			}
			int length = stripped().length();
			if (length < FEWEST_CHARS || length > MOST_CHARS) {
				problems.add(new Problem("explanation",
						"“情况说明”现%d个字，应为%d至%d个字，请说明您在本单位的职务和认领的理由。".formatted(length, FEWEST_CHARS, MOST_CHARS),
						CLAUSE));
			}
			return problems;
		}

		String stripped() {
			return (this.explanation != null) ? this.explanation.strip() : "";
		}

	}

	@GetMapping("/register")
	String form(Model model) {
		return form(new Typed("", "", "", "", "", ""), FieldProblems.NONE, model);
	}

	@PostMapping("/register")
	String register(Typed typed, Model model, HttpServletRequest request, HttpServletResponse response) {
		EnterpriseEntry entry = typed.entry();
		List<Problem> problems = new ArrayList<>(entry.problems());
		region(entry).ifPresent(problems::add);
		PrivacyNotice.check(this.campaign, typed.privacyVersion()).ifPresent(problems::add);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return form(typed, new FieldProblems(problems), model);
		}
		boolean taken = this.desk.ask(AccountRequest.registration(entry, typed.privacyVersion()),
				request.getRemoteAddr());
		return taken ? "letter-sent" : TooManyRequests.page(response);
	}

	private Optional<Problem> region(EnterpriseEntry entry) {
		if (entry.hasCodeFault() || this.authorities.servesPlace(entry.uscc())) {
			return Optional.empty();
		}
		return Optional.of(new Problem("uscc", "“统一社会信用代码”第3至8位登记机关行政区划码“%s”没有对应的地方主管部门，请对照营业执照核对；确实无误的，请联系申报咨询。"
			.formatted(entry.uscc().substring(2, 8)), CLAUSE));
	}

	@GetMapping("/register/confirm/{secret}")
	String confirmation(@PathVariable String secret, Model model, HttpServletResponse response) {
		Optional<AccountRequest> confirming = this.registration.confirming(secret);
		return confirming.isPresent()
				? confirmation(confirming.get(), secret, Claiming.NOTHING, List.of(), model, response)
				: DeadLinks.page(response);
	}

	@PostMapping("/register/confirm/{secret}")
	String confirm(@PathVariable String secret, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String repeated, Claiming claiming, Model model,
			HttpServletResponse response) {
		Optional<AccountRequest> confirming = this.registration.confirming(secret);
		if (confirming.isEmpty()) {
			return DeadLinks.page(response);
		}
		boolean known = this.registration.isKnown(confirming.get());
		List<Problem> problems = known ? claiming.problems() : check(confirming.get(), password, repeated);
		if (!problems.isEmpty()) {
			return confirmation(confirming.get(), secret, claiming, problems, model, response);
		}
		return known ? claim(secret, claiming, response) : confirm(secret, password, response);
	}

	private String claim(String secret, Claiming claiming, HttpServletResponse response) {
		ClaimKind kind = ClaimKind.named(claiming.kind()).orElseThrow();
		return this.registration.claim(secret, kind, claiming.stripped()) ? "claim-sent" : DeadLinks.page(response);
	}

	private String confirm(String secret, String password, HttpServletResponse response) {
		try {
			return this.registration.confirm(secret, password) ? "redirect:/login?activated" : DeadLinks.page(response);
		}
		catch (DuplicateKeyException ex) {
			// Somebody registered the enterprise a moment ago: the page now asks for a
			// claim.
			return "redirect:/register/confirm/" + secret;
		}
	}

	private static List<Problem> check(AccountRequest request, String password, String repeated) {
		return PasswordRule.check(new Person(request.id().toString(), request.name(), request.email(), request.phone(),
				Role.APPLICANT, request.uscc()), password, repeated);
	}

	private static String form(Typed typed, FieldProblems problems, Model model) {
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		return "register";
	}

	private String confirmation(AccountRequest request, String secret, Claiming claiming, List<Problem> problems,
			Model model, HttpServletResponse response) {
		DeadLinks.keepSecret(response);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
		}
		model.addAttribute("asked", request);
		model.addAttribute("secret", secret);
		model.addAttribute("claiming", claiming);
		model.addAttribute("kinds", ClaimKind.values());
		model.addAttribute("problems", new FieldProblems(problems));
		return this.registration.isKnown(request) ? "claim" : "register-confirm";
	}

}
