package io.huhang.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.RefusedException;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;

import org.springframework.stereotype.Component;

/**
 * The 附名单 while an application is filled in, each a draft of its own: a long list is not
 * sent with every letter that somebody types into the form.
 */
@Component
public class NameLists {

	private static final String FORM = "nameList-";

	private static final int MOST_SHOWN = 200;

	private final Drafts drafts;

	NameLists(Drafts drafts) {
		this.drafts = drafts;
	}

	/**
	 * A list as it was saved last.
	 *
	 * @param version 0 before the first save
	 */
	public record Saved(int version, NameList list) {
	}

	/** The list of this kind. */
	public Saved find(String number, ListKind kind) {
		return this.drafts.find(number, FORM + kind.key())
			.map(draft -> new Saved(draft.version(), this.drafts.parse(draft.content(), NameList.class)))
			.orElse(new Saved(0, NameList.EMPTY));
	}

	/** Every list that this application has to attach, by its key, written one way. */
	Map<String, NameList> of(String number, RegionScope scope) {
		Map<String, NameList> lists = new LinkedHashMap<>();
		scope.lists().forEach(kind -> lists.put(kind.key(), find(number, kind).list().normalised(kind)));
		return lists;
	}

	/**
	 * Saves over the version that the person had before their eyes.
	 * @throws io.huhang.draft.StaleDraftException if somebody has saved in the meantime
	 * @throws RefusedException if it has more rows than anybody could mean
	 */
	public Draft save(String number, ListKind kind, Saved typed, String userId) {
		if (typed.list().size() > NameList.MOST_ROWS) {
			throw new RefusedException(kind.field(),
					"“%s”现%d行，超过%d行，请核对后删减。".formatted(kind.title(), typed.list().size(), NameList.MOST_ROWS),
					"附件2 “请附名单”");
		}
		return this.drafts.save(number, FORM + kind.key(), typed.version(), typed.list(), userId);
	}

	/**
	 * What is wrong in the rows as typed, blank ones aside.
	 *
	 * @param shown the first of them
	 * @param count how many there are
	 */
	public record Faults(List<Fault> shown, int count) {
	}

	/**
	 * One of them.
	 *
	 * @param row its place in the list, from 0
	 * @param column its place in the row, from 0
	 */
	public record Fault(int row, int column, String text) {
	}

	/** What is wrong in this list, row by row. */
	public static Faults faults(ListKind kind, NameList list) {
		List<NameListCheck.Fault> faults = NameListCheck.of(kind, list.aligned(kind))
			.stream()
			.filter(fault -> !list.rows().get(fault.row()).stream().allMatch(String::isBlank))
			.toList();
		return new Faults(faults.stream()
			.limit(MOST_SHOWN)
			.map(fault -> new Fault(fault.row(), fault.column(), fault.text()))
			.toList(), faults.size());
	}

}
