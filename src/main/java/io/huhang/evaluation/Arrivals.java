package io.huhang.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.organization.Authorities;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Receipts;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionReceipts;

import org.springframework.stereotype.Component;

/**
 * What was sent to the ministry, and whether paper and files have both been received
 * (通知二（三）).
 */
@Component
public class Arrivals {

	private final Recommendations recommendations;

	private final Dispatches dispatches;

	private final RankedLists lists;

	private final Receipts receipts;

	private final CaseApplications cases;

	private final RegionApplications regions;

	private final RegionDispatches regionDispatches;

	private final RegionReceipts regionReceipts;

	private final Authorities authorities;

	Arrivals(Recommendations recommendations, Dispatches dispatches, RankedLists lists, Receipts receipts,
			CaseApplications cases, RegionApplications regions, RegionDispatches regionDispatches,
			RegionReceipts regionReceipts, Authorities authorities) {
		this.recommendations = recommendations;
		this.dispatches = dispatches;
		this.lists = lists;
		this.receipts = receipts;
		this.cases = cases;
		this.regions = regions;
		this.regionDispatches = regionDispatches;
		this.regionReceipts = regionReceipts;
		this.authorities = authorities;
	}

	/**
	 * One list or region application that was sent.
	 *
	 * @param source its number
	 * @param sender the names of the authorities that sent it
	 * @param subjects the numbers of what it brings and that has not ended
	 */
	public record Arrival(String source, String sender, List<String> subjects, boolean paper, boolean electronic) {

		/** Whether both sets have been received. */
		public boolean isComplete() {
			return this.paper && this.electronic;
		}

		/** What is still to be received, as people read it; empty if nothing is. */
		public String missing() {
			List<String> missing = new ArrayList<>();
			if (!this.paper) {
				missing.add("纸质材料");
			}
			if (!this.electronic) {
				missing.add("电子材料");
			}
			return String.join("、", missing);
		}

	}

	/** Everything that was sent and not refused as a whole, lists first, by number. */
	public List<Arrival> all() {
		return Stream
			.concat(this.recommendations.all().stream().map(this::of), this.regions.all().stream().map(this::of))
			.flatMap(Optional::stream)
			.filter(arrival -> !arrival.subjects().isEmpty())
			.toList();
	}

	/** The one of this number; empty if it was not sent. */
	public Optional<Arrival> find(String source) {
		return Subject.isRegion(source) ? this.regions.find(source).flatMap(this::of)
				: this.recommendations.find(source).flatMap(this::of);
	}

	private Optional<Arrival> of(Recommendation list) {
		return this.dispatches.departure(list.number())
			.map(departure -> new Arrival(list.number(), this.authorities.names(list.authorities()),
					live(this.lists.find(list.number(), departure.version()).orElseThrow().ranking().recommended()),
					this.receipts.of(list.number()).stream().anyMatch(one -> one.kind() == Receipts.Kind.PAPER),
					this.receipts.of(list.number()).stream().anyMatch(one -> one.kind() == Receipts.Kind.ELECTRONIC)));
	}

	private List<String> live(List<String> numbers) {
		return this.cases.all(numbers)
			.stream()
			.filter(CaseApplication::live)
			.map(CaseApplication::number)
			.sorted()
			.toList();
	}

	private Optional<Arrival> of(RegionApplication region) {
		String number = region.number();
		if (!this.regionDispatches.hasLeft(number)) {
			return Optional.empty();
		}
		return Optional.of(new Arrival(number, this.authorities.names(region.authorities()),
				region.live() ? List.of(number) : List.of(),
				this.regionReceipts.of(number).stream().anyMatch(one -> one.kind() == RegionReceipts.Kind.PAPER),
				this.regionReceipts.of(number).stream().anyMatch(one -> one.kind() == RegionReceipts.Kind.ELECTRONIC)));
	}

}
