package io.huhang.region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huhang.approval.Verdict;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.Part;
import io.huhang.document.PdfBinder;
import io.huhang.document.PdfDocuments;
import io.huhang.document.UnreadablePartException;
import io.huhang.organization.Authorities;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;

/** The 签报 of the newest revision of a region application, to print (线下签批). */
@Component
public class RegionSigningSheets {

	private static final String TEMPLATE = "region-signing-sheet";

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDecisions decisions;

	private final RegionDossier dossier;

	private final RegionCall call;

	private final Authorities authorities;

	private final Levels levels;

	private final People people;

	private final Campaign campaign;

	private final PdfDocuments pdf;

	private final PdfBinder binder;

	RegionSigningSheets(RegionApplications applications, RegionRevisions revisions, RegionDecisions decisions,
			RegionDossier dossier, RegionCall call, Authorities authorities, Levels levels, People people,
			Campaign campaign, PdfDocuments pdf, PdfBinder binder) {
		this.applications = applications;
		this.revisions = revisions;
		this.decisions = decisions;
		this.dossier = dossier;
		this.call = call;
		this.authorities = authorities;
		this.levels = levels;
		this.people = people;
		this.campaign = campaign;
		this.pdf = pdf;
		this.binder = binder;
	}

	/**
	 * Who has said what.
	 *
	 * @param step such as 审核
	 */
	public record Said(String step, String text) {
	}

	/** The sheet with room for the signature, and the fingerprint of what is signed. */
	public byte[] pdf(String number) {
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		try {
			return this.binder
				.bind(List.of(Part.own("签报", this.pdf.render(TEMPLATE, fields(revision)))),
						this.dossier.stamp(revision))
				.content();
		}
		catch (UnreadablePartException ex) {
			throw new IllegalStateException("the system's own document can't be read", ex);
		}
	}

	private Map<String, Object> fields(RegionRevision revision) {
		RegionApplication application = this.applications.get(revision.number());
		Map<String, Object> fields = new HashMap<>();
		fields.put("authorityName", this.authorities.names(application.authorities()));
		fields.put("joint", application.isJoint());
		fields.put("direction", this.call.direction(application.direction()).orElseThrow().label());
		fields.put("revision", revision.revision());
		fields.put("documentNumber", this.campaign.documentNumber());
		fields.put("submittedOn", ChineseDates.day(revision.frozenAt().atZone(Campaign.ZONE).toLocalDate()));
		fields.put("officer", name(revision.frozenBy()));
		fields.put("approver", String.join("或者",
				this.levels.of(application.authority()).approvers().stream().map(Role::label).toList()));
		fields.put("opinions", opinions(revision));
		return fields;
	}

	private List<Said> opinions(RegionRevision revision) {
		return this.decisions.of(revision.number())
			.stream()
			.filter(decision -> decision.revision() == revision.revision())
			.map(decision -> new Said(decision.step().label(),
					"%s：%s（%s）".formatted(name(decision.decidedBy()),
							Verdict.PASS.equals(decision.verdict().decision()) ? "同意" : "退回",
							ChineseDates.minute(decision.decidedAt()))))
			.toList();
	}

	private String name(String userId) {
		return this.people.find(userId).map(Person::name).orElse("");
	}

}
