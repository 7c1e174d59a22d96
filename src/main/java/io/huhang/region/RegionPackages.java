package io.huhang.region;

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
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Site;
import io.huhang.mail.LetterFile;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 报送包 of a region application: annex 2, the sealed scan, the 附名单 and the evidence
 * (通知二（三）), and a manifest with sizes and SHA-256.
 */
@Component
public class RegionPackages {

	/** Slot of the package. */
	public static final String PACKAGE = "package";

	/** Slot of the manifest. */
	public static final String MANIFEST = "manifest";

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final RegionCall call;

	private final RegionRevisions revisions;

	private final RegionDossier dossier;

	private final RegionDispatches dispatches;

	private final RegionAnnouncements announcements;

	private final Attachments attachments;

	private final Site site;

	RegionPackages(RegionCall call, RegionRevisions revisions, RegionDossier dossier, RegionDispatches dispatches,
			RegionAnnouncements announcements, Attachments attachments, Site site) {
		this.call = call;
		this.revisions = revisions;
		this.dossier = dossier;
		this.dispatches = dispatches;
		this.announcements = announcements;
		this.attachments = attachments;
		this.site = site;
	}

	/** What goes into the package: path in the package, and file, in order. */
	public Map<String, StoredFile> contents(String number) {
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		Map<String, StoredFile> contents = new LinkedHashMap<>();
		this.dossier.of(number, revision.revision()).forEach(file -> contents.put(file.name(), file));
		this.dispatches.scan(number).ifPresent(scan -> contents.put("申报书盖章扫描件" + extension(scan), scan));
		lists(revision).forEach(list -> contents.put("附名单/" + list.name(), list));
		add(contents, "证明材料/举措和创新做法", revision.proof());
		add(contents, "证明材料/其他", revision.evidence());
		return contents;
	}

	// Made once: the list that it goes along with packs the same files.
	private List<StoredFile> lists(RegionRevision revision) {
		Map<String, NameList> lists = this.revisions.lists(revision);
		return this.call.lists()
			.stream()
			.filter(kind -> lists.containsKey(kind.key()))
			.map(kind -> this.attachments.keep(revision.number(), "region-list-" + kind.key(), revision.revision(),
					kind.title() + ".xlsx", NameListSheet.write(kind, lists.get(kind.key())), NameListSheet.MEDIA_TYPE))
			.toList();
	}

	private static void add(Map<String, StoredFile> contents, String folder, List<StoredFile> files) {
		for (int i = 0; i < files.size(); i++) {
			contents.put("%s/%02d_%s".formatted(folder, i + 1, safe(files.get(i).name())), files.get(i));
		}
	}

	/** Makes the package and keeps it; a repetition finds it made. */
	public void assemble(String number) {
		int revision = this.revisions.latest(number).orElseThrow().revision();
		if (this.attachments.kept(number, PACKAGE, revision).isPresent()) {
			return;
		}
		Map<String, StoredFile> contents = contents(number);
		byte[] manifest = manifest(contents).getBytes(StandardCharsets.UTF_8);
		this.attachments.keep(number, MANIFEST, revision, "报送清单.csv", manifest, "text/csv");
		try {
			Path zip = Files.createTempFile("region", ".zip");
			try {
				write(zip, contents, manifest);
				this.attachments.keep(number, PACKAGE, revision, number + "报送包.zip", zip, "application/zip");
			}
			finally {
				Files.delete(zip);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Sends the contacts of the notice the manifest and a link to the package (R22). */
	@Transactional
	public void tellContacts(String number) {
		int revision = this.revisions.latest(number).orElseThrow().revision();
		StoredFile manifest = this.attachments.kept(number, MANIFEST, revision).orElseThrow();
		StoredFile bundle = this.attachments.kept(number, PACKAGE, revision).orElseThrow();
		this.announcements.tellContacts("region-package-sent", number, "v" + revision,
				Map.of("packageLink", this.site.link("/files/" + bundle.id())),
				List.of(new LetterFile(manifest.name(), manifest.id())));
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
