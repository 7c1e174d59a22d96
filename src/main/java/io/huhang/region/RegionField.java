package io.huhang.region;

import java.util.List;

import io.huhang.campaign.Problem;
import io.huhang.campaign.Sha256;
import io.huhang.organization.PhoneNumber;
import io.huhang.organization.TypedText;

/**
 * A field of annex 2 with the words and the clause people know it by.
 *
 * @param key its key on the form
 * @param how what to do where it is empty; empty if it may be
 * @param options what can be chosen; empty for what is typed
 */
public record RegionField(String key, String label, String clause, Kind kind, String how, List<String> options) {

	/** What a field holds. */
	public enum Kind {

		/** Text of one line. */
		LINE,
		/** Text of several lines. */
		TEXT,
		/** A number in a blank. */
		NUMBER,
		/** A day. */
		DATE,
		/** A telephone number. */
		PHONE,
		/** A mail address. */
		EMAIL,
		/** One of the options. */
		CHOICE,
		/** "true" when ticked. */
		TICK,
		/** A list or files: no text of the form. */
		BESIDE

	}

	static RegionField typed(String key, String label, String clause, Kind kind, String how) {
		return new RegionField(key, label, clause, kind, how, List.of());
	}

	/** What stands here, written one way and without invisible characters. */
	String normalised(String typed) {
		return switch (this.kind) {
			case TEXT -> TypedText.text(typed);
			case NUMBER -> TypedNumber.plain(typed);
			case DATE -> TypedText.date(typed);
			case PHONE -> PhoneNumber.plain(TypedText.number(typed));
			case EMAIL -> TypedText.number(typed);
			case CHOICE -> this.options.contains(typed) ? typed : "";
			case TICK -> typed.equals("true") ? typed : "";
			case LINE -> TypedText.line(typed);
			case BESIDE -> "";
		};
	}

	/** A problem at this field. */
	Problem problem(String text) {
		return new Problem(this.key, "“%s”%s".formatted(this.label, text), this.clause);
	}

	/**
	 * A doubt about this field, which the person may confirm: for exactly these words
	 * about exactly this value.
	 */
	Problem warning(String text, String value) {
		Problem doubt = problem(text);
		String seen = Sha256.hex(doubt.text() + "\n" + value).substring(0, 16);
		return new Problem(doubt.field(), doubt.text(), doubt.clause(), this.key + "/" + seen);
	}

}
