package io.huhang.attachment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.huhang.campaign.Sha256;

/**
 * 报送清单: what lies in a package, with sizes, pages and SHA-256 (附件1 填表须知四: electronic
 * equals paper).
 */
public final class PackageManifest {

	/** Its name in the package. */
	public static final String NAME = "报送清单.csv";

	/** The name under which {@code sha256sum -c} is used to reading them. */
	static final String SUMS = "SHA256SUMS";

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final List<PackageItem> items;

	/** Of a package with these contents. */
	public PackageManifest(List<PackageItem> items) {
		this.items = items;
	}

	/** To read: a table that opens in a spreadsheet. */
	public byte[] csv() {
		List<String> lines = new ArrayList<>(List.of("文件,字节数,页数,SHA-256"));
		this.items.forEach(item -> lines.add(line(item.path(), item.file())));
		return bytes(BYTE_ORDER_MARK + String.join("\r\n", lines) + "\r\n");
	}

	/** To check by a program; with the table itself. */
	byte[] sums() {
		StringBuilder sums = new StringBuilder(sum(Sha256.hex(csv()), NAME));
		this.items.forEach(item -> sums.append(sum(item.file().sha256(), item.path())));
		return bytes(sums.toString());
	}

	private static String line(String path, StoredFile file) {
		String pages = (file.pages() > 0) ? Integer.toString(file.pages()) : "";
		return "\"%s\",%d,%s,%s".formatted(path, file.size(), pages, file.sha256());
	}

	private static String sum(String sha256, String path) {
		return sha256 + "  " + path + "\n";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
