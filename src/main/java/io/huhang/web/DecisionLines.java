package io.huhang.web;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.approval.PaperApproval;
import io.huhang.approval.PaperApprovals;
import io.huhang.approval.Verdict;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.recommendation.Dispatches.Departure;
import io.huhang.electronic.ElectronicChecks;
import io.huhang.electronic.ElectronicDifference;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.Receipts.Receipt;
import io.huhang.recommendation.Recommendations.GivenUp;
import io.huhang.recommendation.Reopenings.Missed;
import io.huhang.recommendation.Review;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionDecision;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionReceipts;
import io.huhang.region.RegionRevision;

import org.springframework.stereotype.Component;

/** Decisions as people read them. */
@Component
class DecisionLines {

	private final Access access;

	private final Attachments attachments;

	private final People people;

	private final PaperApprovals papers;

	DecisionLines(Access access, Attachments attachments, People people, PaperApprovals papers) {
		this.access = access;
		this.attachments = attachments;
		this.people = people;
		this.papers = papers;
	}

	/**
	 * One line of the record of what was decided.
	 *
	 * @param scan address of the signed paper's scan; empty for a decision made here
	 */
	record Line(String step, String decision, String reason, int revision, String by, String at, String scan) {

		/** The same for whoever may not read the signed paper. */
		Line withoutScan() {
			return new Line(this.step, this.decision, this.reason, this.revision, this.by, this.at, "");
		}

		/** The same for whoever may not read what the case says: a remark quotes it. */
		Line withoutReason() {
			return new Line(this.step, this.decision, "", this.revision, this.by, this.at, this.scan);
		}

	}

	/** What happened without anybody's decision on it. */
	static Line happened(String step, String what, String at) {
		return new Line(step, what, "", 0, "", at, "");
	}

	Line of(Review review) {
		return new Line(review.step().label(), label(review), review.verdict().reason(), review.revision(),
				name(review.decidedBy()), ChineseDates.minute(review.decidedAt()), "");
	}

	Line of(ListDecision decision) {
		String passed = switch (decision.step()) {
			case REVIEW, CONSENT -> "同意";
			case COMMENT -> decision.verdict().reason().isEmpty() ? "无不同意见" : "已提出";
			case APPROVE -> "签发";
		};
		Optional<PaperApproval> paper = this.papers.find(decision.taskId());
		return new Line(decision.step().label(), decision.verdict().decision().equals(Verdict.PASS) ? passed : "退回",
				decision.verdict().reason(), decision.version(),
				paper.map(this::signed).orElseGet(() -> name(decision.decidedBy())),
				ChineseDates.minute(decision.decidedAt()), paper.map(found -> "/files/" + found.scan()).orElse(""));
	}

	/** The same with the signed paper where this person may read it. */
	Line of(ListDecision decision, Person reader) {
		boolean readable = this.papers.find(decision.taskId())
			.flatMap(paper -> this.attachments.find(paper.scan()))
			.filter(scan -> this.access.mayRead(scan, reader))
			.isPresent();
		return readable ? of(decision) : of(decision).withoutScan();
	}

	Line of(RegionDecision decision) {
		String passed = switch (decision.step()) {
			case OPENING, REVIEW, CONSENT -> "同意";
			case APPROVE -> "签发";
		};
		Optional<PaperApproval> paper = this.papers.find(decision.taskId());
		return new Line(decision.step().label(), switch (decision.verdict().decision()) {
			case Verdict.PASS -> passed;
			case Verdict.REFUSE -> "不同意";
			default -> "退回";
		}, decision.verdict().reason(), decision.revision(),
				paper.map(this::signed).orElseGet(() -> name(decision.decidedBy())),
				ChineseDates.minute(decision.decidedAt()), paper.map(found -> "/files/" + found.scan()).orElse(""));
	}

	Line of(RegionRevision revision) {
		return new Line("填报申报书", "已提交", "", revision.revision(), name(revision.frozenBy()),
				ChineseDates.minute(revision.frozenAt()), "");
	}

	Line of(RegionDispatches.Dispatch dispatch) {
		return new Line("用印与寄送", dispatch.goesAlong() ? "已用印，随案例推荐材料（%s）寄送".formatted(dispatch.listNumber()) : "已寄送",
				"", dispatch.revision(), name(dispatch.sealedBy()), ChineseDates.minute(dispatch.sealedAt()), "");
	}

	Line of(RegionApplications.Closing closing) {
		return new Line("办结", closing.ending().label(), closing.reason(), 0, name(closing.closedBy()),
				ChineseDates.minute(closing.closedAt()), "");
	}

	static Line leftWith(String listNumber, Instant at) {
		return happened("报送", "已随案例推荐材料（%s）寄送".formatted(listNumber), ChineseDates.minute(at));
	}

	Line of(RegionReceipts.Receipt receipt) {
		String what = switch (receipt.kind()) {
			case PAPER -> "已签收，%d份".formatted(receipt.copies());
			case ELECTRONIC -> "已确认";
		};
		return new Line(receipt.kind().label(), what, receipt.remark(), 0, name(receipt.receivedBy()),
				ChineseDates.minute(receipt.receivedAt()), "");
	}

	static Line missed(Missed missed) {
		return happened("报送截止", "截止时未寄出，等待决定是否重新开放报送", ChineseDates.deadline(missed.missed()));
	}

	/** What the bureau has decided about a list that was late. */
	Line of(Missed missed, Instant at) {
		return new Line("重新开放报送",
				missed.closing().map(closing -> "重新开放，截止%s".formatted(ChineseDates.deadline(closing))).orElse("不再开放"),
				missed.reason(), 0, name(missed.decidedBy()), ChineseDates.minute(at), "");
	}

	Line of(GivenUp givenUp) {
		return new Line("终止联合推荐", "已终止", givenUp.reason(), 0, name(givenUp.by()), ChineseDates.minute(givenUp.at()),
				"");
	}

	/** Who has decided in this task: who signed the paper, or who did it here. */
	String decidedBy(String taskId, String userId) {
		return this.papers.find(taskId).map(this::signed).orElseGet(() -> name(userId));
	}

	private String signed(PaperApproval paper) {
		return "%s　%s（线下签批，%s，由%s登记，见扫描件）".formatted(paper.signer(), paper.signerRole().label(),
				ChineseDates.day(paper.signedOn()), name(paper.recordedBy()));
	}

	/** A version that the officer has handed in. */
	Line of(RankedList list) {
		return new Line("案例排序", "提交名单", "", list.version(), name(list.frozenBy()), ChineseDates.minute(list.frozenAt()),
				"");
	}

	Line of(Departure departure) {
		return new Line("用印与寄送", "已寄送", "", departure.version(), name(departure.by()),
				ChineseDates.minute(departure.at()), "");
	}

	Line of(Receipt receipt) {
		String what = switch (receipt.kind()) {
			case PAPER -> "已签收";
			case ELECTRONIC -> "已确认";
		};
		return new Line(receipt.kind().label(), what, receipt.remark(), 0, name(receipt.receivedBy()),
				ChineseDates.minute(receipt.receivedAt()), "");
	}

	Line of(ElectronicChecks.Check check) {
		return new Line("核对电子材料", Verdict.PASS.equals(check.verdict().decision()) ? "一致" : "不一致", reason(check), 0,
				name(check.checkedBy()), ChineseDates.minute(check.checkedAt()), "");
	}

	private static String reason(ElectronicChecks.Check check) {
		return Stream
			.concat(check.differences().stream().map(ElectronicDifference::sentence),
					Stream.of(check.verdict().reason()).filter(remark -> !remark.isEmpty()))
			.collect(Collectors.joining("\n"));
	}

	Line of(ElectronicChecks.Corrected corrected) {
		return new Line("更正电子材料",
				corrected.replaced().isEmpty() ? "未更换扫描件" : "已更换扫描件：" + String.join("、", corrected.replaced()),
				corrected.remark(), 0, name(corrected.correctedBy()), ChineseDates.minute(corrected.correctedAt()), "");
	}

	private static String label(Review review) {
		return switch (review.step()) {
			case PRE_CHECK -> review.verdict().decision().equals(Verdict.PASS) ? "可以盖章" : "退回修改";
			case CHECK, CHECK_AND_REVIEW -> switch (review.verdict().decision()) {
				case Verdict.PASS -> "通过";
				case Verdict.RETURN -> "退回补正";
				default -> "不予受理";
			};
			case REVIEW -> review.verdict().decision().equals(Verdict.PASS) ? "同意" : "退回经办人";
		};
	}

	/** The name of this person; empty for nobody known. */
	String name(String userId) {
		return this.people.find(userId).map(Person::name).orElse("");
	}

}
