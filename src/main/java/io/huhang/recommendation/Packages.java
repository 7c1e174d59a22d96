package io.huhang.recommendation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.huhang.application.CaseDossier;
import io.huhang.application.Filings;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.region.RegionPackages;

import org.springframework.stereotype.Component;

/**
 * 报送包: annex 3, then each recommended case in its order with documents, seals and
 * evidence, then the region application that goes along (通知二（三）), and a manifest with
 * sizes and SHA-256 (附件1 填表须知四: electronic equals paper).
 */
@Component
public class Packages {

	/** Slot of the package. */
	public static final String PACKAGE = "package";

	/** Slot of the manifest. */
	public static final String MANIFEST = "manifest";

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final RankedLists lists;

	private final Revisions revisions;

	private final Filings filings;

	private final Dispatches dispatches;

	private final RegionEnclosures enclosures;

	private final RegionPackages regions;

	private final Attachments attachments;

	Packages(RankedLists lists, Revisions revisions, Filings filings, Dispatches dispatches,
			RegionEnclosures enclosures, RegionPackages regions, Attachments attachments) {
		this.lists = lists;
		this.revisions = revisions;
		this.filings = filings;
		this.dispatches = dispatches;
		this.enclosures = enclosures;
		this.regions = regions;
		this.attachments = attachments;
	}

	/**
	 * Makes the package of the newest version and keeps it; a repetition finds it made.
	 */
	public void assemble(String number) {
		int version = this.lists.latest(number).version();
		if (this.attachments.kept(number, PACKAGE, version).isPresent()) {
			return;
		}
		Map<String, StoredFile> contents = contents(number);
		byte[] manifest = manifest(contents).getBytes(StandardCharsets.UTF_8);
		this.attachments.keep(number, MANIFEST, version, "报送清单.csv", manifest, "text/csv");
		try {
			Path zip = Files.createTempFile("package", ".zip");
			try {
				write(zip, contents, manifest);
				this.attachments.keep(number, PACKAGE, version, number + "报送包.zip", zip, "application/zip");
			}
			finally {
				Files.delete(zip);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What goes into the package: path in the package, and file, in order. */
	public Map<String, StoredFile> contents(String number) {
		RankedList list = this.lists.latest(number);
		Map<String, StoredFile> contents = new LinkedHashMap<>();
		String annex3 = "00_附件3_典型案例推荐汇总表/";
		kept(number, ListDossier.DOCX, list.version(), file -> contents.put(annex3 + file.name(), file));
		kept(number, ListDossier.XLSX, list.version(), file -> contents.put(annex3 + file.name(), file));
		kept(number, ListDossier.PDF, list.version(), file -> contents.put(annex3 + file.name(), file));
		this.dispatches.scan(number, Dispatches.annex3Slot(list.version()))
			.ifPresent(scan -> contents.put(annex3 + "盖章扫描件" + extension(scan), scan));
		int position = 1;
		for (String caseNumber : list.ranking().recommended()) {
			addCase(contents, number, list.version(), position++, caseNumber);
		}
		this.enclosures.of(number).forEach(region -> addRegion(contents, region.number()));
		return contents;
	}

	private void addCase(Map<String, StoredFile> contents, String number, int version, int position,
			String caseNumber) {
		Revision revision = this.revisions.latest(caseNumber).orElseThrow();
		String folder = "%02d_%s_%s/".formatted(position, caseNumber, safe(revision.form().unitName()));
		for (String slot : List.of(CaseDossier.DOCX, CaseDossier.PDF, CaseDossier.BOUND)) {
			kept(caseNumber, slot, revision.revision(), file -> contents.put(folder + file.name(), file));
		}
		this.filings.scan(caseNumber).ifPresent(scan -> contents.put(folder + "申报书盖章扫描件" + extension(scan), scan));
		this.dispatches.scan(number, Dispatches.coverSlot(caseNumber, version))
			.ifPresent(scan -> contents.put(folder + "封面（推荐单位盖章）扫描件" + extension(scan), scan));
		List<StoredFile> evidence = revision.evidence();
		for (int i = 0; i < evidence.size(); i++) {
			contents.put("%s证明材料/%02d_%s".formatted(folder, i + 1, safe(evidence.get(i).name())), evidence.get(i));
		}
	}

	private void addRegion(Map<String, StoredFile> contents, String number) {
		this.regions.contents(number)
			.forEach((path, file) -> contents.put("附件2_成效突出地区申报书_%s/%s".formatted(number, path), file));
	}

	private void kept(String owner, String slot, int edition, Consumer<StoredFile> use) {
		this.attachments.kept(owner, slot, edition).ifPresent(use);
	}

	private static String manifest(Map<String, StoredFile> contents) {
		List<String> lines = new ArrayList<>(List.of("文件,字节数,页数,SHA-256"));
		contents.forEach((path, file) -> lines
			.add("\"%s\",%d,%d,%s".formatted(path.replace("\"", "\"\""), file.size(), file.pages(), file.sha256())));
		return BYTE_ORDER_MARK + String.join("\r\n", lines) + "\r\n";
	}

	private void write(Path target, Map<String, StoredFile> contents, byte[] manifest) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target), StandardCharsets.UTF_8)) {
			add(zip, "报送清单.csv", manifest);
			String sums = contents.entrySet()
				.stream()
				.map(entry -> entry.getValue().sha256() + "  " + entry.getKey() + "\n")
				.collect(Collectors.joining());
			add(zip, "SHA256SUMS", sums.getBytes(StandardCharsets.UTF_8));
			for (Map.Entry<String, StoredFile> entry : contents.entrySet()) {
				zip.putNextEntry(entry(entry.getKey()));
				try (InputStream content = this.attachments.open(entry.getValue())) {
					content.transferTo(zip);
				}
			}
		}
	}

	private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
		zip.putNextEntry(entry(path));
		zip.write(content);
	}

	// One fixed time: the same contents give the same package.
	private static ZipEntry entry(String path) {
		ZipEntry entry = new ZipEntry(path);
		entry.setTimeLocal(LocalDateTime.of(2024, 1, 1, 0, 0));
		return entry;
	}

	private static String extension(StoredFile file) {
		int dot = file.name().lastIndexOf('.');
		return (dot < 0) ? "" : file.name().substring(dot);
	}

	private static String safe(String name) {
		return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
	}

}
