package io.huhang.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;

import org.springframework.stereotype.Component;

/**
 * Annex 2 of an application as it lies on the desk: draft, 附名单 and files, and what the
 * rules say.
 */
@Component
public class RegionDesk {

	/** The form whose draft becomes a revision. */
	public static final String FORM = "fillRegionApplication";

	/** Slot of the files that prove （四） (R77). */
	public static final String PROOF = RegionFields.PROOF;

	/** Slot of all other files (R79). */
	public static final String EVIDENCE = RegionFields.EVIDENCE;

	private final RegionApplications applications;

	private final Authorities authorities;

	private final Drafts drafts;

	private final NameLists lists;

	private final Attachments attachments;

	private final RegionCall call;

	private final RegionRules rules;

	private final Clock clock;

	RegionDesk(RegionApplications applications, Authorities authorities, Drafts drafts, NameLists lists,
			Attachments attachments, RegionCall call, RegionRules rules, Clock clock) {
		this.applications = applications;
		this.authorities = authorities;
		this.drafts = drafts;
		this.lists = lists;
		this.attachments = attachments;
		this.call = call;
		this.rules = rules;
		this.clock = clock;
	}

	/** The draft, prefilled with what is known before the first save. */
	public RegionForm draft(String number) {
		RegionApplication application = this.applications.get(number);
		List<String> names = application.authorities().stream().map(key -> this.authorities.get(key).name()).toList();
		return this.drafts.read(number, FORM, RegionForm.class, RegionForm.empty(application.direction(), names))
			.identified(application.direction(), names);
	}

	/** Every field that this application fills in, in the order of the annex. */
	public List<RegionField> fields(String number) {
		return fields(draft(number)).all();
	}

	/** The 附名单 that this application has to attach. */
	public List<ListKind> lists(String number) {
		return RegionScope.of(this.call, draft(number)).lists();
	}

	/** Everything that stands against freezing the draft as it is now. */
	public List<Problem> check(String number) {
		RegionForm draft = draft(number);
		return this.rules.check(draft, paper(number, draft));
	}

	/** The warnings that may stand beside it; refused for anything else. */
	List<Problem> require(RegionForm draft, RegionPaper paper) {
		return this.rules.require(draft, paper);
	}

	RegionPaper paper(String number, RegionForm draft) {
		RegionScope scope = RegionScope.of(this.call, draft);
		RegionFields fields = fields(draft);
		return new RegionPaper(scope, fields, fields.normalised(draft), LocalDate.now(this.clock), files(number, PROOF),
				this.lists.of(number, scope));
	}

	List<StoredFile> files(String number, String slot) {
		return this.attachments.of(number, slot);
	}

	/** All its files, those that prove （四） first. */
	public List<StoredFile> files(String number) {
		return Stream.of(PROOF, EVIDENCE).flatMap(slot -> files(number, slot).stream()).toList();
	}

	private RegionFields fields(RegionForm form) {
		return new RegionFields(RegionScope.of(this.call, form), form.unitNames());
	}

}
