package io.huhang.region;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A list that annex 2 asks for with 请附名单.
 *
 * @param counts the numbers that its rows explain, together (C19)
 * @param columns the first one names the entry
 */
public record ListKind(@NotBlank(message = "a key such as level3") String key,
		@NotBlank(message = "the title of the list") String title,
		@NotEmpty(message = "the numbers that its rows explain") List<String> counts,
		@Valid @NotNull(message = "the three columns of the printed table") @Size(min = 3, max = 3,
				message = "the three columns of the printed table") List<Column> columns) {

	/** What a column holds. */
	public enum Kind {

		/** Any text. */
		TEXT,
		/** 统一社会信用代码. */
		CODE,
		/** One of the options. */
		OPTION

	}

	/** One column of the list. */
	public record Column(@NotBlank(message = "a key such as name") String key,
			@NotBlank(message = "the head of the column") String label,
			@NotNull(message = "TEXT, CODE or OPTION") Kind kind, boolean required, List<String> options,
			String example) {

		/** Nothing is null: most columns have no options. */
		public Column {
			options = (options != null) ? options : List.of();
			example = (example != null) ? example : "";
		}

	}

	/** Key of the field that its problems belong to. */
	public String field() {
		return "list-" + this.key;
	}

}
