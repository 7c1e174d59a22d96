package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.NeedToKnow;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Site;
import io.huhang.mail.LetterFile;
import io.huhang.recommendation.PackageMails.Enclosure;

import org.springframework.stereotype.Component;

/**
 * The letters of a delivery: annex 3, the manifest and a link (R22), and the files
 * themselves where the mailbox takes them. Files of direction D4 never travel by mail.
 */
@Component
class DeliveryLetters {

	private static final String KIND = "package-sent";

	private static final long MEGABYTE = 1_000_000;

	/** Names of files that a letter says; the page behind the link has them all. */
	private static final int MOST_NAMES = 30;

	private final RankedLists lists;

	private final PackageItems items;

	private final CaseApplications cases;

	private final NeedToKnow needToKnow;

	private final Attachments attachments;

	private final Announcements announcements;

	private final Campaign campaign;

	private final Site site;

	DeliveryLetters(RankedLists lists, PackageItems items, CaseApplications cases, NeedToKnow needToKnow,
			Attachments attachments, Announcements announcements, Campaign campaign, Site site) {
		this.lists = lists;
		this.items = items;
		this.cases = cases;
		this.needToKnow = needToKnow;
		this.attachments = attachments;
		this.announcements = announcements;
		this.campaign = campaign;
		this.site = site;
	}

	/** Writes them; the delivery with their ids. */
	Delivery write(Delivery delivery) {
		String number = delivery.recommendationNumber();
		List<String> closed = this.lists.latest(number)
			.ranking()
			.recommended()
			.stream()
			.filter(delivery::carries)
			.filter(this.needToKnow::appliesTo)
			.toList();
		PackageMails mails = PackageMails.of(enclosures(delivery, closed), mostBytes());
		Map<String, Object> details = details(delivery, closed, mails);
		List<UUID> letters = new ArrayList<>();
		for (List<LetterFile> files : mails.mails()) {
			int place = letters.size() + 1;
			details.put("place", place);
			details.put("enclosed", names(files));
			letters.add(this.announcements.tellContacts(KIND, number, "%d/%d".formatted(delivery.ordinal(), place),
					details, files));
		}
		return new Delivery(delivery.id(), number, delivery.version(), delivery.edition(), delivery.ordinal(),
				delivery.parts(), delivery.recipient(), delivery.sentBy(), delivery.sentAt(), delivery.expiresAt(),
				letters);
	}

	private List<Enclosure> enclosures(Delivery delivery, List<String> closed) {
		String number = delivery.recommendationNumber();
		StoredFile annex3 = this.attachments.kept(number, ListDossier.PDF, delivery.version()).orElseThrow();
		List<Enclosure> enclosures = new ArrayList<>(List.of(Enclosure.of(annex3)));
		if (!delivery.parts().equals(List.of(number))) {
			enclosures.add(Enclosure.of(this.attachments
				.kept(number, new PackageEdition(delivery.edition()).slot(PackageEdition.MANIFEST), delivery.version())
				.orElseThrow()));
		}
		if (isSplit()) {
			this.items.of(number, delivery.version(), delivery.edition())
				.stream()
				.filter(item -> delivery.carries(item.part()) && !closed.contains(item.part()))
				.filter(item -> !item.file().id().equals(annex3.id()))
				.map(Enclosure::of)
				.forEach(enclosures::add);
		}
		return enclosures;
	}

	private boolean isSplit() {
		return this.campaign.packageMailLimit() > 0;
	}

	private long mostBytes() {
		return isSplit() ? this.campaign.packageMailLimit() * MEGABYTE : Long.MAX_VALUE;
	}

	private Map<String, Object> details(Delivery delivery, List<String> closed, PackageMails mails) {
		String number = delivery.recommendationNumber();
		Map<String, Object> details = new HashMap<>();
		details.put("link", this.site.link("/deliveries/" + delivery.id()));
		details.put("linkUntil", ChineseDates.deadline(delivery.expiresAt()));
		details.put("caseCount", this.lists.latest(number).ranking().recommended().size());
		details.put("again", delivery.ordinal() > 1);
		details.put("corrections", delivery.edition() - 1);
		details.put("content", content(delivery));
		details.put("split", isSplit());
		details.put("count", mails.mails().size());
		details.put("tooLarge", names(mails.tooLarge()));
		details.put("closedCases", closed.stream().map(this.cases::get).map(DeliveryLetters::title).toList());
		return details;
	}

	private List<String> content(Delivery delivery) {
		return delivery.parts()
			.stream()
			.map(part -> part.equals(delivery.recommendationNumber()) ? "典型案例推荐汇总表（附件3）" : title(this.cases.get(part)))
			.toList();
	}

	private static String title(CaseApplication application) {
		return "“%s”（%s，%s）".formatted(application.caseName(), application.unitName(), application.number());
	}

	private static List<String> names(List<LetterFile> files) {
		List<String> names = new ArrayList<>(files.stream().limit(MOST_NAMES).map(LetterFile::name).toList());
		if (files.size() > MOST_NAMES) {
			names.add("等，共%d个文件".formatted(files.size()));
		}
		return names;
	}

}
