package io.huhang.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the cells of one sheet as its XML streams by, without building it in memory. */
class SheetContent extends DefaultHandler {

	/** Lines with something in them. */
	static final int MOST_LINES = 50_000;

	private static final int MOST_CELLS = MOST_LINES * 8;

	// Longer than an address may be; the rest of a novel in a cell is of no use.
	private static final int MOST_CHARS = 300;

	private final SharedStrings strings;

	private final SortedMap<Integer, SortedMap<Integer, SheetCell>> lines = new TreeMap<>();

	private final List<CellRangeAddress> merged = new ArrayList<>();

	private final StringBuilder value = new StringBuilder();

	private int cells;

	private int line;

	private int column;

	private String type = "";

	private boolean formula;

	private boolean reading;

	private boolean phonetic;

	SheetContent(SharedStrings strings) {
		this.strings = strings;
	}

	/** The sheet has more lines or cells than anybody could mean. */
	static class TooLongException extends SAXException {

		private static final long serialVersionUID = 1L;

	}

	/** By line from 1 and column from 0, without blank cells. */
	SortedMap<Integer, SortedMap<Integer, SheetCell>> lines() {
		return this.lines;
	}

	List<CellRangeAddress> merged() {
		return this.merged;
	}

	@Override
	public void startElement(String uri, String name, String qualified, Attributes attributes) {
		switch (name) {
			case "row" -> beginRow(attributes.getValue("r"));
			case "c" -> beginCell(attributes.getValue("r"), attributes.getValue("t"));
			case "f" -> this.formula = true;
			case "rPh" -> this.phonetic = true;
			case "v", "t" -> this.reading = !this.phonetic;
			case "mergeCell" -> this.merged.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
			default -> {
				// Widths, colours and other looks.
			}
		}
	}

	@Override
	public void characters(char[] text, int start, int length) {
		if (this.reading && this.value.length() <= MOST_CHARS) {
			this.value.append(text, start, Math.min(length, MOST_CHARS + 1));
		}
	}

	@Override
	public void endElement(String uri, String name, String qualified) throws SAXException {
		switch (name) {
			case "v", "t" -> this.reading = false;
			case "rPh" -> this.phonetic = false;
			case "c" -> endCell();
			default -> {
				// See above.
			}
		}
	}

	private void beginRow(String number) {
		this.line = (number != null) ? Integer.parseInt(number) : this.line + 1;
		this.column = -1;
	}

	private void beginCell(String address, String kind) {
		this.column = (address != null) ? new CellReference(address).getCol() : this.column + 1;
		this.type = (kind != null) ? kind : "n";
		this.formula = false;
		this.value.setLength(0);
	}

	private void endCell() throws SAXException {
		SheetCell cell = new SheetCell(text(), fault());
		if (cell.blank()) {
			return;
		}
		this.lines.computeIfAbsent(this.line, number -> new TreeMap<>()).put(this.column, cell);
		this.cells++;
		// The heads are a line too.
		if (this.lines.size() > MOST_LINES + 1 || this.cells > MOST_CELLS) {
			throw new TooLongException();
		}
	}

	private String text() {
		String typed = this.value.toString();
		String text = switch (this.type) {
			case "s" -> typed.isEmpty() ? "" : this.strings.getItemAt(Integer.parseInt(typed)).getString();
			case "n" -> number(typed);
			default -> typed;
		};
		return text.substring(0, Math.min(text.length(), MOST_CHARS));
	}

	// A telephone number in a numeric cell comes as 1.39E10; longer ones are not numbers.
	private static String number(String typed) {
		try {
			return (typed.matches("[0-9.]{1,15}(E[+]?\\d{1,2})?")) ? new BigDecimal(typed).toPlainString() : typed;
		}
		catch (NumberFormatException ex) {
			return typed;
		}
	}

	private String fault() {
		if (this.formula) {
			return "是公式，请改为直接填写内容（复制后选择“粘贴为数值”）。";
		}
		return this.type.equals("e") ? "是错误值，请改为直接填写内容。" : "";
	}

}
