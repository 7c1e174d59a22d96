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
import io.huhang.electronic.ElectronicChecks;
import io.huhang.mail.LetterFile;
import io.huhang.region.RegionDispatches.Dispatch;

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

	private final RegionElectronicSet set;

	private final ElectronicChecks checks;

	private final RegionAnnouncements announcements;

	private final Attachments attachments;

	private final Site site;

	RegionPackages(RegionCall call, RegionRevisions revisions, RegionDossier dossier, RegionDispatches dispatches,
			RegionElectronicSet set, ElectronicChecks checks, RegionAnnouncements announcements,
			Attachments attachments, Site site) {
		this.call = call;
		this.revisions = revisions;
		this.dossier = dossier;
		this.dispatches = dispatches;
		this.set = set;
		this.checks = checks;
		this.announcements = announcements;
		this.attachments = attachments;
		this.site = site;
	}

	/** Adds all that is sent of it to a package, below this folder (统一报送). */
	public void addTo(PackageContents contents, String number, String folder) {
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		this.dossier.of(number, revision.revision()).forEach(file -> contents.put(number, folder, file.name(), file));
		this.set.scan(number).ifPresent(scan -> contents.put(number, folder, "申报书盖章扫描件" + extension(scan), scan));
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
	 * Makes the package in its newest edition and keeps it; a repetition finds it made.
	 * What went along with a list lies in the package of that list, until it is
	 * corrected.
	 */
	@Transactional
	public void assemble(String number) {
		PackageEdition edition = edition(number);
		int revision = this.revisions.newest(number);
		if (isWithinList(number, edition)
				|| this.attachments.kept(number, edition.slot(PackageEdition.PACKAGE), revision).isPresent()) {
			return;
		}
		PackageContents contents = new PackageContents(number);
		addTo(contents, number, "");
		List<PackageItem> items = contents.items();
		this.attachments.keep(number, edition.slot(PackageEdition.MANIFEST), revision,
				edition.named(PackageManifest.NAME), new PackageManifest(items).csv(), "text/csv");
		this.attachments.keep(number, edition.slot(PackageEdition.PACKAGE), revision, edition.named(number + "报送包.zip"),
				new PackageZip(items, this.attachments), "application/zip");
	}

	/**
	 * Sends the contacts of the notice the manifest and a link to the newest edition of
	 * the package (R22), unless those of the list tell of it.
	 */
	@Transactional
	public void tellContacts(String number) {
		PackageEdition edition = edition(number);
		if (isWithinList(number, edition)) {
			return;
		}
		int revision = this.revisions.newest(number);
		StoredFile manifest = this.attachments.kept(number, edition.slot(PackageEdition.MANIFEST), revision)
			.orElseThrow();
		StoredFile bundle = this.attachments.kept(number, edition.slot(PackageEdition.PACKAGE), revision).orElseThrow();
		this.announcements.tellContacts("region-package-sent", number, edition.slot("v" + revision),
				Map.of("link", this.site.link("/files/" + bundle.id()), "corrections", edition.edition() - 1),
				List.of(new LetterFile(manifest.name(), manifest.id())));
	}

	private PackageEdition edition(String number) {
		return new PackageEdition(this.checks.edition(number));
	}

	private boolean isWithinList(String number, PackageEdition edition) {
		return edition.edition() == 1 && this.dispatches.find(number).filter(Dispatch::goesAlong).isPresent();
	}

	private static String extension(StoredFile file) {
		int dot = file.name().lastIndexOf('.');
		return (dot < 0) ? "" : file.name().substring(dot);
	}

}
