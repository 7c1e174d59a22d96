package io.huhang.region;

import java.util.List;
import java.util.Map;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageContents;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.PackageItem;
import io.huhang.attachment.PackageManifest;
import io.huhang.attachment.PackageZip;
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

	/** Adds all that is sent of it to a package, below this folder (统一报送). */
	public void addTo(PackageContents contents, String number, String folder) {
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		this.dossier.of(number, revision.revision()).forEach(file -> contents.put(number, folder, file.name(), file));
		this.dispatches.scan(number)
			.ifPresent(scan -> contents.put(number, folder, "申报书盖章扫描件" + extension(scan), scan));
		lists(revision).forEach(list -> contents.put(number, folder + "附名单/", list.name(), list));
		add(contents, number, folder + "证明材料/举措和创新做法/", revision.proof());
		add(contents, number, folder + "证明材料/其他/", revision.evidence());
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

	private static void add(PackageContents contents, String number, String folder, List<StoredFile> files) {
		for (int i = 0; i < files.size(); i++) {
			contents.put(number, folder, "%02d_%s".formatted(i + 1, files.get(i).name()), files.get(i));
		}
	}

	/**
	 * Makes the package and keeps it; a repetition finds it made. What went along with a
	 * list lies in the package of that list.
	 */
	@Transactional
	public void assemble(String number) {
		if (wentAlong(number)) {
			return;
		}
		int revision = this.revisions.latest(number).orElseThrow().revision();
		if (this.attachments.kept(number, PackageEdition.PACKAGE, revision).isPresent()) {
			return;
		}
		PackageContents contents = new PackageContents(number);
		addTo(contents, number, "");
		List<PackageItem> items = contents.items();
		this.attachments.keep(number, PackageEdition.MANIFEST, revision, PackageManifest.NAME,
				new PackageManifest(items).csv(), "text/csv");
		this.attachments.keep(number, PackageEdition.PACKAGE, revision, number + "报送包.zip",
				new PackageZip(items, this.attachments), "application/zip");
	}

	/**
	 * Sends the contacts of the notice the manifest and a link to the package (R22),
	 * unless those of the list tell of it.
	 */
	@Transactional
	public void tellContacts(String number) {
		if (wentAlong(number)) {
			return;
		}
		int revision = this.revisions.latest(number).orElseThrow().revision();
		StoredFile manifest = this.attachments.kept(number, PackageEdition.MANIFEST, revision).orElseThrow();
		StoredFile bundle = this.attachments.kept(number, PackageEdition.PACKAGE, revision).orElseThrow();
		this.announcements.tellContacts("region-package-sent", number, "v" + revision,
				Map.of("packageLink", this.site.link("/files/" + bundle.id())),
				List.of(new LetterFile(manifest.name(), manifest.id())));
	}

	private boolean wentAlong(String number) {
		return this.dispatches.find(number).filter(dispatch -> !dispatch.listNumber().isEmpty()).isPresent();
	}

	private static String extension(StoredFile file) {
		int dot = file.name().lastIndexOf('.');
		return (dot < 0) ? "" : file.name().substring(dot);
	}

}
