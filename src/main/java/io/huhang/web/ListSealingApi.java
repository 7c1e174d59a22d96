package io.huhang.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.huhang.application.CaseDossier;
import io.huhang.application.CaseForm;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.electronic.PaperScans;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.recommendation.CoveringLetters;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ListDossier;
import io.huhang.recommendation.ListElectronicSet;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.ListSealing;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind sealRecommendation.html. */
@RestController
@RequestMapping("/api/tasks/{taskId}/list-sealing")
class ListSealingApi {

	private final Access access;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final Dispatches dispatches;

	private final CoveringLetters letters;

	private final ListDossier dossier;

	private final ListReviews reviews;

	private final CaseDossier covers;

	private final ListElectronicSet set;

	private final PaperScans scans;

	private final RegionFacts regions;

	private final Revisions revisions;

	private final Drafts drafts;

	private final Authorities authorities;

	private final Campaign campaign;

	ListSealingApi(Access access, Recommendations recommendations, RankedLists lists, Dispatches dispatches,
			CoveringLetters letters, ListDossier dossier, ListReviews reviews, CaseDossier covers,
			ListElectronicSet set, PaperScans scans, RegionFacts regions, Revisions revisions, Drafts drafts,
			Authorities authorities, Campaign campaign) {
		this.access = access;
		this.recommendations = recommendations;
		this.lists = lists;
		this.dispatches = dispatches;
		this.letters = letters;
		this.dossier = dossier;
		this.reviews = reviews;
		this.covers = covers;
		this.set = set;
		this.scans = scans;
		this.regions = regions;
		this.revisions = revisions;
		this.drafts = drafts;
		this.authorities = authorities;
		this.campaign = campaign;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param partnerName whose seal stands beside the authority's own, or empty
	 */
	record Sheet(String number, int listVersion, String authorityName, String partnerName, String deadline,
			long millisLeft, int copies, String address, int version, ListSealing sealing, List<FileView> documents,
			FileView letterScan, FileView annex3Scan, List<CoverLine> covers, List<PaperScans.Line> scans,
			List<RegionFacts.Along> regions) {
	}

	/**
	 * One case whose cover is to be sealed.
	 *
	 * @param missingName who recommends it but does not stand on its cover, since that
	 * was printed before the joint recommendation was declared; or empty
	 */
	record CoverLine(int rank, String caseNumber, String caseName, String unitName, String missingName, FileView scan) {
	}

	/** Ticks and dispatch as typed, over the version that the form was loaded with. */
	record ListSealingSave(int version, ListSealing sealing) {

		ListSealingSave {
			Objects.requireNonNull(sealing);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		RankedList list = this.lists.latest(number);
		Optional<Draft> draft = this.drafts.find(number, Dispatches.form(list.version()));
		Recommendation recommendation = this.recommendations.get(number);
		return new Sheet(number, list.version(), this.authorities.get(recommendation.authority()).name(),
				recommendation.isJoint() ? this.authorities.get(recommendation.partner()).name() : "",
				this.reviews.deadline(number), this.reviews.millisLeft(number), this.campaign.paperCopies(),
				this.campaign.address() + "，" + this.campaign.postcode(), draft.map(Draft::version).orElse(0),
				this.dispatches.sealing(number),
				this.dossier.of(number, list.version()).stream().map(FileView::of).toList(),
				scan(number, Dispatches.letterSlot(list.version())),
				scan(number, Dispatches.annex3Slot(list.version())),
				list.ranking().recommended().stream().map(caseNumber -> cover(list, caseNumber)).toList(),
				this.scans.lines(this.set, number), this.regions.along(number, person));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody ListSealingSave save, Person person) {
		String number = number(taskId, person);
		String form = Dispatches.form(this.lists.latest(number).version());
		return SavedDraft.of(this.drafts.save(number, form, save.version(), save.sealing(), person.id()));
	}

	/** What each scan says that is uploaded so far, asked after each upload. */
	@GetMapping("/scans")
	List<PaperScans.Line> scans(@PathVariable String taskId, Person person) {
		return this.scans.lines(this.set, number(taskId, person));
	}

	/** The 报送函 as drafted so far, to print once nothing stands against it. */
	@GetMapping("/letter.pdf")
	ResponseEntity<byte[]> letterPdf(@PathVariable String taskId, Person person) {
		return download("报送函.pdf", MediaType.APPLICATION_PDF, this.letters.pdf(number(taskId, person)));
	}

	/** The same as Word. */
	@GetMapping("/letter.docx")
	ResponseEntity<byte[]> letterWord(@PathVariable String taskId, Person person) {
		return download("报送函.docx", MediaType.parseMediaType(CoveringLetters.WORD_TYPE),
				this.letters.word(number(taskId, person)));
	}

	private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.contentType(type)
			.body(content);
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.dispatches.check(number(taskId, person));
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, Dispatches.FORM).number();
	}

	private CoverLine cover(RankedList list, String caseNumber) {
		Revision revision = this.revisions.latest(caseNumber).orElseThrow();
		CaseForm form = revision.form();
		List<String> printed = this.covers.recommenders(revision);
		String missing = this.recommendations.get(list.recommendationNumber())
			.authorities()
			.stream()
			.map(key -> this.authorities.get(key).name())
			.filter(name -> !printed.contains(name))
			.collect(Collectors.joining("、"));
		return new CoverLine(list.ranking().recommended().indexOf(caseNumber) + 1, caseNumber, form.caseName(),
				form.unitName(), missing,
				scan(list.recommendationNumber(), Dispatches.coverSlot(caseNumber, list.version())));
	}

	private FileView scan(String number, String slot) {
		return this.dispatches.scan(number, slot).map(FileView::of).orElse(null);
	}

}
