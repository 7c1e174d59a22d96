package io.huhang.web;

import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseBatch;
import io.huhang.process.CaseBatch.Outcome;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 批量复核 on the table of cases. Only agreeing: each return needs its own reason, and is
 * given one by one.
 */
@Controller
class BatchReviewPage {

	private final Access access;

	private final CaseBatch batch;

	private final CaseTablePage table;

	BatchReviewPage(Access access, CaseBatch batch, CaseTablePage table) {
		this.access = access;
		this.batch = batch;
		this.table = table;
	}

	/** What became of one case, with the name that the person knows it by. */
	record Line(String number, String caseName, boolean passed, String text) {
	}

	/**
	 * The address that a browser shows after a decision; there is nothing to decide anew.
	 */
	@GetMapping("/cases/reviews")
	String again(Person person) {
		Access.require(person, Role.HEAD, Role.LEADER);
		return "redirect:/cases";
	}

	@PostMapping("/cases/reviews")
	String review(@RequestParam(name = "pick", defaultValue = "") List<String> picked, CaseQuery query, Model model,
			Person person, HttpServletResponse response) {
		Access.require(person, Role.HEAD, Role.LEADER);
		List<String> cases = picked.stream().filter(pick -> !pick.isBlank()).distinct().toList();
		if (cases.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			model.addAttribute("nothing", true);
		}
		model.addAttribute("outcomes", cases.stream().map(pick -> review(pick, person)).toList());
		return this.table.show(query, model, person);
	}

	private Line review(String pick, Person person) {
		String[] parts = pick.split("/", 2);
		CaseApplication found = this.access.readCase(parts[0], person);
		Outcome outcome = this.batch.pass(found.number(), (parts.length > 1) ? parts[1] : "", person);
		return new Line(found.number(), found.caseName(), outcome.passed(), outcome.text());
	}

}
