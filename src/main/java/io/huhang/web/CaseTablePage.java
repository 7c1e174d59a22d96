package io.huhang.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseStates;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 案例一览: an authority's people see all its cases in one table, the ministry's side those
 * of every authority (R16).
 */
@Controller
class CaseTablePage {

	private static final int PAGE_SIZE = 50;

	private final CaseTable table;

	private final CaseWorkbook workbook;

	private final Recommendations recommendations;

	private final CaseStates states;

	private final Authorities authorities;

	private final People people;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final Clock clock;

	CaseTablePage(CaseTable table, CaseWorkbook workbook, Recommendations recommendations, CaseStates states,
			Authorities authorities, People people, Campaign campaign, AuditTrail audit, Clock clock) {
		this.table = table;
		this.workbook = workbook;
		this.recommendations = recommendations;
		this.states = states;
		this.authorities = authorities;
		this.people = people;
		this.campaign = campaign;
		this.audit = audit;
		this.clock = clock;
	}

	/** A recommendation as the list shows it. */
	record RecommendationLine(String number, String authorityName, String progress) {
	}

	/** One choice of a filter. */
	record Choice(String value, String label) {
	}

	@GetMapping("/cases")
	String list(CaseQuery query, @RequestParam(defaultValue = "") String pick, Model model, Person person) {
		require(person);
		model.addAttribute("picked", pick.equals("all"));
		return show(query, model, person);
	}

	/** The table as asked for: also shown again beside what came of an action on it. */
	String show(CaseQuery query, Model model, Person person) {
		CaseTable.Found found = this.table.find(query, person);
		int pages = Math.max(1, (found.rows().size() + PAGE_SIZE - 1) / PAGE_SIZE);
		int page = Math.min(query.number(), pages);
		model.addAttribute("query", query);
		model.addAttribute("found", found);
		List<CaseTable.Row> rows = found.rows()
			.subList((page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, found.rows().size()));
		model.addAttribute("rows", rows);
		model.addAttribute("reviewing", rows.stream().anyMatch(CaseTable.Row::isReviewable));
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
		model.addAttribute("national", !person.role().isLocal());
		model.addAttribute("authorities", person.role().isLocal() ? List.of() : this.authorities.enabled());
		model.addAttribute("holders", holders(query, person));
		model.addAttribute("directions", this.campaign.directions());
		model.addAttribute("categories", this.campaign.categories());
		model.addAttribute("recommendations", recommendations(query, person));
		return "cases";
	}

	/** Exactly what the table shows, all pages of it. */
	@GetMapping("/cases/table.xlsx")
	ResponseEntity<byte[]> export(CaseQuery query, Person person) {
		require(person);
		CaseTable.Found found = this.table.find(query, person);
		this.audit.record(person.id(), AuditAction.CASES_EXPORT.code(),
				person.role().isLocal() ? person.organization() : "all");
		String name = "案例一览 %s.xlsx".formatted(ChineseDates.minute(this.clock.instant()).replace(":", ""));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.contentType(MediaType.parseMediaType(CaseWorkbook.MEDIA_TYPE))
			.body(this.workbook.write(found));
	}

	static void require(Person person) {
		Access.require(person, Role.OFFICER, Role.HEAD, Role.LEADER, Role.MIIT_OFFICER, Role.MIIT_HEAD,
				Role.MIIT_LEADER, Role.COORDINATOR, Role.AUDITOR);
	}

	private List<Choice> holders(CaseQuery query, Person person) {
		String authority = person.role().isLocal() ? person.organization() : query.authority();
		return authority.isEmpty() ? List.of()
				: this.people.of(authority)
					.stream()
					.map(one -> new Choice(one.id(), one.name() + "（" + one.role().label() + "）"))
					.toList();
	}

	private List<RecommendationLine> recommendations(CaseQuery query, Person person) {
		String authority = person.role().isLocal() ? person.organization() : query.authority();
		List<Recommendation> all = this.recommendations.all()
			.stream()
			.filter(found -> authority.isEmpty() || found.authorities().contains(authority))
			.toList();
		Map<String, CaseStates.State> where = this.states.of(all.stream().map(Recommendation::number).toList());
		return all.stream()
			.map(found -> new RecommendationLine(found.number(), this.authorities.names(found.authorities()),
					where.get(found.number()).label()))
			.toList();
	}

}
