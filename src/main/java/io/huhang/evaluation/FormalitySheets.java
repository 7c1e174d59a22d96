package io.huhang.evaluation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.application.Admission;
import io.huhang.application.Admissions;
import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.application.SimilarCases;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.recommendation.Receipts;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionReceipts;
import io.huhang.region.RegionRevision;
import io.huhang.region.RegionRevisions;

import org.springframework.stereotype.Component;

/**
 * The sheet that the system fills in for 形式审查 (通知二（四）): what was checked when the
 * application was frozen, what was confirmed then, and what can only be seen from above.
 */
@Component
public class FormalitySheets {

	private static final Set<String> ELIGIBILITY = Set.of("categories", "direction", "industrialLevel", "vehicleLevel");

	private static final Set<String> WINDOW = Set.of("workFrom", "workTo", "filingDate", "establishedOn");

	private static final Set<String> LIKENESS = Set.of("caseName", "contactPhone");

	private final CaseApplications cases;

	private final Revisions revisions;

	private final Admissions admissions;

	private final SimilarCases similar;

	private final RegionApplications regions;

	private final RegionRevisions regionRevisions;

	private final Receipts receipts;

	private final RegionReceipts regionReceipts;

	private final Campaign campaign;

	FormalitySheets(CaseApplications cases, Revisions revisions, Admissions admissions, SimilarCases similar,
			RegionApplications regions, RegionRevisions regionRevisions, Receipts receipts,
			RegionReceipts regionReceipts, Campaign campaign) {
		this.cases = cases;
		this.revisions = revisions;
		this.admissions = admissions;
		this.similar = similar;
		this.regions = regions;
		this.regionRevisions = regionRevisions;
		this.receipts = receipts;
		this.regionReceipts = regionReceipts;
		this.campaign = campaign;
	}

	/** The lines for this subject, in the order in which they are looked at. */
	public List<FormalityLine> of(Subject subject) {
		return subject.isRegion() ? region(subject.number()) : ofCase(subject);
	}

	private List<FormalityLine> ofCase(Subject subject) {
		CaseApplication application = this.cases.get(subject.number());
		Revision revision = this.revisions.latest(subject.number()).orElseThrow();
		return List.of(eligible(revision), unique(application, revision),
				confirmed("window", "工作开展时间", "通知二（一）", revision.confirmed(), WINDOW, true,
						"填报的工作开展时间在%d年内。".formatted(this.campaign.activityYear())),
				confirmed("content", "内容与字数", "附件1 填表须知", revision.confirmed(),
						Stream.of(ELIGIBILITY, WINDOW, LIKENESS).flatMap(Set::stream).collect(Collectors.toSet()),
						false, "各栏目已填写完整，字数符合要求。"),
				new FormalityLine("paper", "纸质材料与用印", "通知二（三）", false, paper(subject.source())),
				new FormalityLine("electronic", "电子材料", "通知二（三）", false, electronic(subject.source())));
	}

	private FormalityLine eligible(Revision revision) {
		String doubts = Stream
			.concat(this.admissions.of(revision.caseNumber()).stream().map(this::words),
					texts(revision.confirmed(), ELIGIBILITY, true))
			.collect(Collectors.joining("；"));
		return new FormalityLine("eligible", "申报主体与申报方向", "通知一（一）", !doubts.isEmpty(),
				doubts.isEmpty() ? "企业类别、申报方向和证明材料符合对应关系。" : doubts);
	}

	private String words(Admission admission) {
		return "协调人认定企业类别“%s”可以申报“%s”，理由：%s".formatted(
				this.campaign.category(admission.category())
					.map(category -> category.formLabel())
					.orElse(admission.category()),
				this.campaign.direction(admission.direction())
					.map(direction -> direction.name())
					.orElse(admission.direction()),
				admission.reason());
	}

	private FormalityLine unique(CaseApplication application, Revision revision) {
		List<String> others = Stream
			.concat(this.cases.of(application.uscc()).stream().filter(CaseApplication::live),
					this.similar.of(application, revision.form()).stream())
			.map(CaseApplication::number)
			.filter(number -> !number.equals(application.number()))
			.distinct()
			.sorted()
			.toList();
		return new FormalityLine("unique", "一企一案、不重复申报", "通知二（一）", !others.isEmpty(), others.isEmpty()
				? "没有同一企业的其他案例，也没有名称或者联系电话相同的案例。" : "另有同一企业的，或者名称、联系电话相同的案例：%s。".formatted(String.join("、", others)));
	}

	private List<FormalityLine> region(String number) {
		RegionApplication application = this.regions.get(number);
		RegionRevision revision = this.regionRevisions.latest(number).orElseThrow();
		List<String> others = this.regions.all()
			.stream()
			.filter(other -> other.live() && !other.number().equals(number))
			.filter(other -> place(other).equals(place(application)))
			.map(RegionApplication::number)
			.toList();
		return List.of(
				new FormalityLine("unique", "同一地区的申报", "通知一（二）", !others.isEmpty(),
						others.isEmpty() ? "同一地区没有其他申报。" : "同一地区另有申报：%s。".formatted(String.join("、", others))),
				confirmed("content", "内容与数据", "附件2 填表须知", revision.confirmed(), Set.of(), false, "各栏目已填写完整，数据之间没有矛盾。"),
				new FormalityLine("paper", "纸质材料与用印", "通知二（三）", false,
						this.regionReceipts.of(number)
							.stream()
							.filter(receipt -> receipt.kind() == RegionReceipts.Kind.PAPER)
							.map(receipt -> "原件一式%d份、各处用印已于%s签收。".formatted(receipt.copies(),
									ChineseDates.minute(receipt.receivedAt())))
							.findFirst()
							.orElse("尚未签收。")),
				new FormalityLine("electronic", "电子材料", "通知二（三）", false,
						this.regionReceipts.of(number)
							.stream()
							.filter(receipt -> receipt.kind() == RegionReceipts.Kind.ELECTRONIC)
							.map(receipt -> "已于%s逐件核对一致。".formatted(ChineseDates.minute(receipt.receivedAt())))
							.findFirst()
							.orElse("尚未签收。")));
	}

	private static String place(RegionApplication application) {
		return application.authority().substring(0, application.authority().indexOf('-'));
	}

	private static FormalityLine confirmed(String key, String title, String clause, List<Problem> confirmed,
			Set<String> fields, boolean inside, String otherwise) {
		String doubts = texts(confirmed, fields, inside).collect(Collectors.joining("；"));
		return new FormalityLine(key, title, clause, !doubts.isEmpty(),
				doubts.isEmpty() ? otherwise : "申报时已提示并由填报人确认：" + doubts);
	}

	private static Stream<String> texts(List<Problem> confirmed, Set<String> fields, boolean inside) {
		return confirmed.stream()
			.filter(problem -> fields.contains(problem.field()) == inside)
			.map(Problem::text)
			.distinct();
	}

	private String paper(String list) {
		return receipt(list, Receipts.Kind.PAPER, "原件一式%d份、各处用印已于%s签收。");
	}

	private String electronic(String list) {
		return receipt(list, Receipts.Kind.ELECTRONIC, "%2$s逐件核对一致。");
	}

	private String receipt(String list, Receipts.Kind kind, String words) {
		return this.receipts.of(list)
			.stream()
			.filter(receipt -> receipt.kind() == kind)
			.map(receipt -> words.formatted(receipt.copies(), ChineseDates.minute(receipt.receivedAt())))
			.findFirst()
			.orElse("尚未签收。");
	}

}
