package io.huhang.recommendation;

import java.util.List;
import java.util.function.Consumer;

import io.huhang.application.CaseDossier;
import io.huhang.application.Filings;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.PackageContents;
import io.huhang.attachment.PackageEdition;
import io.huhang.attachment.PackageItem;
import io.huhang.attachment.PackageManifest;
import io.huhang.attachment.PackageZip;
import io.huhang.attachment.StoredFile;
import io.huhang.electronic.ElectronicChecks;
import io.huhang.region.RegionPackages;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 报送包: 报送函 and annex 3, then each recommended case in its order with documents, seals and
 * evidence, then the region application that goes along (通知二（三）), and a manifest with
 * sizes and SHA-256 (附件1 填表须知四: electronic equals paper).
 */
@Component
public class Packages {

	private final RankedLists lists;

	private final Revisions revisions;

	private final Filings filings;

	private final Dispatches dispatches;

	private final RegionEnclosures enclosures;

	private final RegionPackages regions;

	private final PackageItems items;

	private final ElectronicChecks checks;

	private final Attachments attachments;

	Packages(RankedLists lists, Revisions revisions, Filings filings, Dispatches dispatches,
			RegionEnclosures enclosures, RegionPackages regions, PackageItems items, ElectronicChecks checks,
			Attachments attachments) {
		this.lists = lists;
		this.revisions = revisions;
		this.filings = filings;
		this.dispatches = dispatches;
		this.enclosures = enclosures;
		this.regions = regions;
		this.items = items;
		this.checks = checks;
		this.attachments = attachments;
	}

	/**
	 * Makes the package of the newest version in its newest edition and keeps it; a
	 * repetition finds it made. In one transaction: a stop on the way leaves neither a
	 * row nor half a package.
	 */
	@Transactional
	public void assemble(String number) {
		int version = this.lists.latest(number).version();
		PackageEdition edition = new PackageEdition(this.checks.edition(number));
		if (this.attachments.kept(number, edition.slot(PackageEdition.PACKAGE), version).isPresent()) {
			return;
		}
		List<PackageItem> contents = contents(number);
		// First, so that a second node waits here and does not write a gigabyte too.
		this.items.insert(number, version, edition.edition(), contents);
		this.attachments.keep(number, edition.slot(PackageEdition.MANIFEST), version,
				edition.named(PackageManifest.NAME), new PackageManifest(contents).csv(), "text/csv");
		this.attachments.keep(number, edition.slot(PackageEdition.PACKAGE), version, edition.named(number + "报送包.zip"),
				new PackageZip(contents, this.attachments), "application/zip");
	}

	/** What goes into the package of the newest version, in order. */
	List<PackageItem> contents(String number) {
		RankedList list = this.lists.latest(number);
		PackageContents contents = new PackageContents(number);
		String letter = "00_报送函/";
		kept(number, CoveringLetters.DOCX, list.version(), file -> contents.put(letter + file.name(), file));
		kept(number, CoveringLetters.PDF, list.version(), file -> contents.put(letter + file.name(), file));
		this.dispatches.scan(number, Dispatches.letterSlot(list.version()))
			.ifPresent(scan -> contents.put(letter + "盖章扫描件" + extension(scan), scan));
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
		this.enclosures.of(number)
			.forEach(region -> this.regions.addTo(contents, region.number(),
					"附件2_成效突出地区申报书_%s/".formatted(region.number())));
		return contents.items();
	}

	private void addCase(PackageContents contents, String number, int version, int position, String caseNumber) {
		Revision revision = this.revisions.latest(caseNumber).orElseThrow();
		String folder = "%02d_%s_%s/".formatted(position, caseNumber, revision.form().unitName().replace('/', '_'));
		for (String slot : List.of(CaseDossier.DOCX, CaseDossier.PDF, CaseDossier.BOUND)) {
			kept(caseNumber, slot, revision.revision(), file -> contents.put(caseNumber, folder, file.name(), file));
		}
		this.filings.scan(caseNumber)
			.ifPresent(scan -> contents.put(caseNumber, folder, "申报书盖章扫描件" + extension(scan), scan));
		this.dispatches.scan(number, Dispatches.coverSlot(caseNumber, version))
			.ifPresent(scan -> contents.put(caseNumber, folder, "封面（推荐单位盖章）扫描件" + extension(scan), scan));
		List<StoredFile> evidence = revision.evidence();
		for (int i = 0; i < evidence.size(); i++) {
			contents.put(caseNumber, folder + "证明材料/", "%02d_%s".formatted(i + 1, evidence.get(i).name()),
					evidence.get(i));
		}
	}

	private void kept(String owner, String slot, int edition, Consumer<StoredFile> use) {
		this.attachments.kept(owner, slot, edition).ifPresent(use);
	}

	private static String extension(StoredFile file) {
		int dot = file.name().lastIndexOf('.');
		return (dot < 0) ? "" : file.name().substring(dot);
	}

}
