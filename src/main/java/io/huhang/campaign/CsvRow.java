package io.huhang.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.io.Resource;

/** One line of a plain table in {@code config/}, with its place for error messages. */
public record CsvRow(String file, int line, Map<String, String> values) {

	/**
	 * Reads a table whose first line must name exactly these columns. Cells hold neither
	 * comma nor quote.
	 */
	public static List<CsvRow> read(Resource source, String... columns) {
		String file = "config/" + source.getFilename();
		List<String> lines = lines(source);
		if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").equals(String.join(",", columns))) {
			throw new InvalidConfigurationException(file, "line 1", "the columns " + String.join(",", columns));
		}
		List<CsvRow> rows = new ArrayList<>();
		for (int i = 1; i < lines.size(); i++) {
			if (!lines.get(i).isBlank()) {
				rows.add(row(file, i + 1, lines.get(i), columns));
			}
		}
		return rows;
	}

	/** The text of a column. */
	public String value(String column) {
		return this.values.get(column);
	}

	/** The error to throw for this cell. */
	public InvalidConfigurationException invalid(String column, String expected) {
		return new InvalidConfigurationException(this.file,
				"line %d, column %s = \"%s\"".formatted(this.line, column, value(column)), expected);
	}

	private static CsvRow row(String file, int line, String text, String... columns) {
		String[] cells = text.split(",", -1);
		if (cells.length != columns.length) {
			throw new InvalidConfigurationException(file, "line " + line, columns.length + " cells");
		}
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < columns.length; i++) {
			values.put(columns[i], cells[i].strip());
		}
		return new CsvRow(file, line, values);
	}

	private static List<String> lines(Resource source) {
		try {
			return source.getContentAsString(StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
