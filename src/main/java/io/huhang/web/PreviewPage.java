package io.huhang.web;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import io.huhang.application.CaseDossier;
import io.huhang.application.Revisions;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.region.RegionDesk;
import io.huhang.region.RegionDossier;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The draft as it would be printed, in a window of its own. A print takes a processor for
 * seconds, so that only a few are made at a time.
 */
@Controller
class PreviewPage {

	private static final int MOST_AT_A_TIME = 2;

	private final Semaphore presses = new Semaphore(MOST_AT_A_TIME);

	private final Access access;

	private final CaseDossier dossier;

	private final RegionDossier regions;

	PreviewPage(Access access, CaseDossier dossier, RegionDossier regions) {
		this.access = access;
		this.dossier = dossier;
		this.regions = regions;
	}

	/** The PDF, or a page that says why there is none now. */
	@GetMapping("/api/tasks/{taskId}/case-application/preview")
	Object preview(@PathVariable String taskId, Model model, Person person, HttpServletResponse response) {
		String number = this.access.task(taskId, person, Revisions.FORM).number();
		return print(() -> this.dossier.preview(number), model, response);
	}

	/** The same of a region application. */
	@GetMapping("/api/tasks/{taskId}/region-form/preview")
	Object region(@PathVariable String taskId, Model model, Person person, HttpServletResponse response) {
		String number = this.access.task(taskId, person, RegionDesk.FORM).number();
		return print(() -> this.regions.preview(number), model, response);
	}

	/**
	 * A region application as a page that reads like the paper, to look it through before
	 * it is completed.
	 */
	@GetMapping("/api/tasks/{taskId}/region-form/summary")
	String summary(@PathVariable String taskId, Model model, Person person, HttpServletResponse response) {
		String number = this.access.task(taskId, person, RegionDesk.FORM).number();
		try {
			model.addAttribute("number", number);
			model.addAttribute("paper", this.regions.reading(number));
			return "region-summary";
		}
		catch (RefusedException ex) {
			return none(HttpStatus.UNPROCESSABLE_ENTITY, ex.problems().stream().map(Problem::text).toList(), model,
					response);
		}
	}

	private Object print(Supplier<byte[]> draft, Model model, HttpServletResponse response) {
		if (!this.presses.tryAcquire()) {
			return none(HttpStatus.TOO_MANY_REQUESTS, List.of("正在生成的预览较多，请稍后刷新本页。"), model, response);
		}
		try {
			return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(draft.get());
		}
		catch (RefusedException ex) {
			return none(HttpStatus.UNPROCESSABLE_ENTITY, ex.problems().stream().map(Problem::text).toList(), model,
					response);
		}
		finally {
			this.presses.release();
		}
	}

	private static String none(HttpStatus status, List<String> reasons, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("reasons", reasons);
		return "no-preview";
	}

}
