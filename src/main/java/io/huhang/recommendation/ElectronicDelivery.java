package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.PackageItem;
import io.huhang.attachment.StoredFile;
import io.huhang.audit.AuditTrail;
import io.huhang.audit.Command;
import io.huhang.audit.Commands;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;
import io.huhang.electronic.ElectronicChecks;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 电子版报送: sends the contacts of the notice what was recommended, once when the list leaves
 * and again whenever somebody asks (通知二（三）, R22). Nothing is assembled again.
 */
@Component
public class ElectronicDelivery {

	private static final String CLAUSE = "通知二（三）";

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ElectronicChecks checks;

	private final Deliveries deliveries;

	private final DeliveryLetters letters;

	private final PackageItems items;

	private final Attachments attachments;

	private final Commands commands;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final Clock clock;

	ElectronicDelivery(Recommendations recommendations, RankedLists lists, ElectronicChecks checks,
			Deliveries deliveries, DeliveryLetters letters, PackageItems items, Attachments attachments,
			Commands commands, Campaign campaign, AuditTrail audit, Clock clock) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.checks = checks;
		this.deliveries = deliveries;
		this.letters = letters;
		this.items = items;
		this.attachments = attachments;
		this.commands = commands;
		this.campaign = campaign;
		this.audit = audit;
		this.clock = clock;
	}

	/** Sends the newest edition of the package; a repetition finds it sent. */
	@Transactional
	public void send(String number) {
		int version = this.lists.latest(number).version();
		int edition = this.checks.edition(number);
		if (this.deliveries.of(number)
			.stream()
			.noneMatch(delivery -> delivery.version() == version && delivery.edition() == edition)) {
			send(number, List.of(), Delivery.SYSTEM);
			this.audit.record(Delivery.SYSTEM, "recommendation.deliver", number);
		}
	}

	/** Whether there is something to send again. */
	public boolean isSent(String number) {
		return !this.deliveries.of(number).isEmpty();
	}

	/** The cases that can be sent by themselves, in their order. */
	public List<String> cases(String number) {
		return this.lists.latest(number).ranking().recommended();
	}

	/** The files of the package that were sent. */
	public List<PackageItem> files(Delivery delivery) {
		return this.items.of(delivery.recommendationNumber(), delivery.version(), delivery.edition())
			.stream()
			.filter(item -> delivery.carries(item.part()))
			.toList();
	}

	/**
	 * Sends it again with a new link. Under the same key it is done once. Not within a
	 * transaction.
	 * @param parts some of {@link #cases}, or the list's own number for annex 3; empty
	 * for everything
	 * @throws RefusedException if nothing was sent yet or a part is not on the list
	 */
	public void sendAgain(String key, String number, List<String> parts, String userId) {
		List<String> chosen = parts.stream().distinct().sorted().toList();
		Command command = Command.of("deliver/" + key, userId, number, String.join(",", chosen));
		this.commands.once(command, () -> sendAgain(number, chosen, userId));
	}

	private String sendAgain(String number, List<String> parts, String userId) {
		this.recommendations.lock(number);
		if (!isSent(number)) {
			throw new RefusedException("scope", "报送包尚未生成或者尚未发出，暂不能再次发送。", CLAUSE);
		}
		if (whole(number).isEmpty()) {
			throw new RefusedException("scope", "更正后的报送包正在生成，请稍后再次发送。", CLAUSE);
		}
		if (!parts.stream().allMatch(part -> part.equals(number) || cases(number).contains(part))) {
			throw new RefusedException("case", "所选案例不在已报送的推荐名单中，请刷新页面后重新选择。", CLAUSE);
		}
		UUID id = send(number, parts, userId);
		this.audit.record(userId, "recommendation.deliver-again", number + "/" + id);
		return id.toString();
	}

	private UUID send(String number, List<String> parts, String userId) {
		int version = this.lists.latest(number).version();
		whole(number).orElseThrow();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Delivery draft = new Delivery(UUID.randomUUID(), number, version, this.checks.edition(number),
				this.deliveries.of(number).size() + 1, parts, this.campaign.mailbox(), userId, now, expiry(now),
				List.of());
		this.deliveries.insert(this.letters.write(draft));
		return draft.id();
	}

	private Optional<StoredFile> whole(String number) {
		return this.attachments.kept(number,
				new PackageEdition(this.checks.edition(number)).slot(PackageEdition.PACKAGE),
				this.lists.latest(number).version());
	}

	/** The end of the last of its days. */
	private Instant expiry(Instant now) {
		return LocalDate.ofInstant(now, Campaign.ZONE)
			.plusDays(this.campaign.packageLinkDays() + 1L)
			.atStartOfDay(Campaign.ZONE)
			.toInstant();
	}

}
