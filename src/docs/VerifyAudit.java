import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Verifies an exported record (操作留痕) far from the system that wrote it: java VerifyAudit.java 操作留痕.csv
 * Prints the number of entries and the newest hash, or the first entry that does not fit (exit code 1).
 */
class VerifyAudit {

	public static void main(String[] args) throws Exception {
		String text = Files.readString(Path.of(args[0])).replaceFirst("^\uFEFF", "");
		List<List<String>> rows = rows(text);
		String previous = "";
		for (int position = 1; position < rows.size(); position++) {
			List<String> row = rows.get(position);
			String lines = String.join("\n", Integer.toString(position), row.get(2), row.get(5), row.get(4), row.get(6),
					previous, "");
			String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes("UTF-8")));
			if (!row.get(0).equals(Integer.toString(position)) || !row.get(7).equals(hash)) {
				System.out.println("broken " + position);
				System.exit(1);
			}
			previous = hash;
		}
		System.out.println("verified " + (rows.size() - 1) + " " + previous);
	}

	// RFC 4180; an apostrophe in front only keeps spreadsheets from computing the cell.
	private static List<List<String>> rows(String text) {
		List<List<String>> rows = new ArrayList<>();
		List<String> row = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char mark = text.charAt(i);
			if (quoted && mark == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
				cell.append('"');
				i++;
			}
			else if (mark == '"') {
				quoted = !quoted;
			}
			else if (!quoted && (mark == ',' || mark == '\n')) {
				row.add(cell.toString().replaceFirst("^'", ""));
				cell.setLength(0);
				if (mark == '\n') {
					rows.add(row);
					row = new ArrayList<>();
				}
			}
			else if (quoted || mark != '\r') {
				cell.append(mark);
			}
		}
		return rows;
	}

}
