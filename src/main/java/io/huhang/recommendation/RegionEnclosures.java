package io.huhang.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.huhang.approval.ScanRemoval;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionDispatches;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 统一报送 (通知二（三）, C17): a sealed region application goes along with the list of the same
 * authority or pair.
 */
@Component
public class RegionEnclosures {

	private final Recommendations recommendations;

	private final ListSealings sealings;

	private final RegionApplications regions;

	private final RegionDispatches regionDispatches;

	private final RankedLists lists;

	private final ScanRemoval scans;

	RegionEnclosures(Recommendations recommendations, ListSealings sealings, RegionApplications regions,
			RegionDispatches regionDispatches, RankedLists lists, ScanRemoval scans) {
		this.recommendations = recommendations;
		this.sealings = sealings;
		this.regions = regions;
		this.regionDispatches = regionDispatches;
		this.lists = lists;
		this.scans = scans;
	}

	/** The list that this application could go along with: open, and not yet sent. */
	public Optional<Recommendation> list(RegionApplication region) {
		return this.recommendations.all()
			.stream()
			.filter(list -> list.live() && goTogether(list, region))
			.filter(list -> this.sealings.sent(list.number()).isEmpty())
			.findFirst();
	}

	/**
	 * The same, which until the transaction ends cannot leave: whoever seals the
	 * application into it is not left behind.
	 */
	@Transactional
	public Optional<Recommendation> lockList(String regionNumber) {
		RegionApplication region = this.regions.get(regionNumber);
		list(region).ifPresent(list -> this.recommendations.lock(list.number()));
		return list(region);
	}

	/**
	 * The list that this application waits for, which until the transaction ends cannot
	 * leave.
	 */
	@Transactional
	public Optional<String> lockAwaited(String regionNumber) {
		Optional<String> awaited = this.regionDispatches.find(regionNumber)
			.filter(dispatch -> dispatch.leftAt().isEmpty())
			.map(RegionDispatches.Dispatch::listNumber);
		awaited.ifPresent(this.recommendations::lock);
		return awaited;
	}

	/**
	 * What goes along with the list has changed: a 报送函 that is sealed already has other
	 * enclosures, so its scan counts no more.
	 */
	@Transactional
	public void voidLetter(String listNumber, String userId) {
		this.lists.find(listNumber)
			.ifPresent(list -> this.scans.remove(listNumber, Dispatches.letterSlot(list.version()), userId));
	}

	/** What goes along with this list and has not ended. */
	public List<RegionApplication> of(String listNumber) {
		return this.regionDispatches.with(listNumber)
			.stream()
			.map(this.regions::get)
			.filter(RegionApplication::live)
			.toList();
	}

	/**
	 * The list has left, and with it what goes along.
	 * @return numbers of the applications that left
	 */
	@Transactional
	public List<String> leave(String listNumber) {
		// One that is being taken back is not counted until that has ended.
		this.regionDispatches.with(listNumber).forEach(this.regions::lock);
		List<String> left = of(listNumber).stream().map(RegionApplication::number).toList();
		left.forEach(
				number -> this.regionDispatches.leave(number, this.sealings.sent(listNumber).orElseThrow().parcel()));
		return left;
	}

	// Whoever sends the list sends the application too.
	private static boolean goTogether(Recommendation list, RegionApplication region) {
		return list.authority().equals(region.authority())
				|| Set.copyOf(list.authorities()).equals(Set.copyOf(region.authorities()));
	}

}
