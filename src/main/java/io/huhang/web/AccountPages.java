package io.huhang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.organization.PasswordRule;
import io.huhang.organization.OrganizationNames;
import io.huhang.organization.Person;
import io.huhang.process.AccountLinks;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the letter with an invitation leads. A used, replaced, expired or invented link
 * gets one and the same page.
 */
@Controller
class AccountPages {

	private final AccountLinks links;

	private final OrganizationNames organizations;

	private final Campaign campaign;

	AccountPages(AccountLinks links, OrganizationNames organizations, Campaign campaign) {
		this.links = links;
		this.organizations = organizations;
		this.campaign = campaign;
	}

	@GetMapping("/account/invitation/{secret}")
	String invitation(@PathVariable String secret, Model model, HttpServletResponse response) {
		Optional<Person> invited = this.links.invited(secret);
		return invited.isPresent() ? invitation(invited.get(), secret, "", List.of(), model, response)
				: DeadLinks.page(response);
	}

	@PostMapping("/account/invitation/{secret}")
	String accept(@PathVariable String secret, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String repeated, @RequestParam(defaultValue = "") String privacyVersion,
			Model model, HttpServletResponse response) {
		Optional<Person> invited = this.links.invited(secret);
		if (invited.isEmpty()) {
			return DeadLinks.page(response);
		}
		List<Problem> problems = new ArrayList<>(PasswordRule.check(invited.get(), password, repeated));
		PrivacyNotice.check(this.campaign, privacyVersion).ifPresent(problems::add);
		if (!problems.isEmpty()) {
			return invitation(invited.get(), secret, privacyVersion, problems, model, response);
		}
		return this.links.accept(secret, password, privacyVersion) ? "redirect:/login?activated"
				: DeadLinks.page(response);
	}

	private String invitation(Person invited, String secret, String privacyVersion, List<Problem> problems, Model model,
			HttpServletResponse response) {
		DeadLinks.keepSecret(response);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
		}
		model.addAttribute("secret", secret);
		model.addAttribute("invited", invited);
		model.addAttribute("organizationName", this.organizations.of(invited));
		model.addAttribute("agreed", privacyVersion);
		model.addAttribute("problems", new FieldProblems(problems));
		return "invitation";
	}

}
