package io.huhang.electronic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.document.ScanReader.Page;

/**
 * What a scan says about the paper it was made from (填表须知四).
 *
 * @param printed pages of the bound PDF that was to be printed; 0 while it is not made
 * @param pages pages of the scan
 * @param looked pages whose code was looked for
 * @param codes the codes of this system that were found, in the order of the pages
 */
public record ScannedPaper(int printed, int pages, int looked, List<Code> codes) {

	private static final Pattern CODE = Pattern.compile("/verify/([A-Za-z0-9-]{1,40})/(\\d{1,6})/");

	/**
	 * A page and the paper that its code names.
	 *
	 * @param page counted through all files of the scan, from 1
	 */
	public record Code(int page, String number, int revision) {

		/** Whether the page is of this revision of this case or list. */
		public boolean belongsTo(String caseNumber, int caseRevision) {
			return this.number.equals(caseNumber) && this.revision == caseRevision;
		}

	}

	/** Of a scan without pages. */
	static ScannedPaper of(int printed) {
		return new ScannedPaper(printed, 0, 0, List.of());
	}

	/** With the pages of one more file behind. */
	ScannedPaper and(int more, List<Page> read) {
		List<Code> found = new ArrayList<>(this.codes);
		read.forEach(page -> code(this.pages + page.page(), page.code()).ifPresent(found::add));
		return new ScannedPaper(this.printed, this.pages + more, this.looked + read.size(), List.copyOf(found));
	}

	/** Evidence may carry codes of others: they say nothing about the paper. */
	private static Optional<Code> code(int page, String text) {
		Matcher found = CODE.matcher(text);
		return found.find() ? Optional.of(new Code(page, found.group(1), Integer.parseInt(found.group(2))))
				: Optional.empty();
	}

	/** The first page that belongs to another paper. */
	public Optional<Code> foreign(String number, int revision) {
		return this.codes.stream().filter(code -> !code.belongsTo(number, revision)).findFirst();
	}

	/** Whether pages are missing, or too many. */
	public boolean isIncomplete() {
		return this.printed > 0 && this.pages != this.printed;
	}

	/** In one sentence, for whoever checks the paper. */
	public String described() {
		String counted = "扫描件共%d页".formatted(this.pages)
				+ ((this.printed > 0) ? "，应打印的合订本共%d页".formatted(this.printed) + (isIncomplete() ? "，页数不一致" : "") : "");
		String read = this.codes.isEmpty() ? "未识别到本系统的二维码，请逐页核对是否为本版"
				: "查看%d页，其中%d页识别出本版二维码".formatted(this.looked, this.codes.size());
		return counted + "；" + read + "。";
	}

}
