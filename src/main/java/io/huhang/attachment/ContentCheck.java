package io.huhang.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import io.huhang.attachment.Incoming.Received;
import io.huhang.attachment.PdfPages.CarryingException;
import io.huhang.attachment.PdfPages.EncryptedException;
import io.huhang.attachment.PdfPages.RunningException;
import org.apache.tika.Tika;

/**
 * Says what a content really is and refuses what cannot be printed, bound or read later.
 * The name only has to agree with the content (附件1 填表须知四).
 */
final class ContentCheck {

	private static final Set<String> ARCHIVES = Set.of("application/x-rar-compressed", "application/x-7z-compressed",
			"application/gzip", "application/x-gtar", "application/x-tar", "application/x-bzip2", "application/x-xz");

	private static final Set<String> OLD_OFFICE = Set.of("application/x-tika-msoffice", "application/msword",
			"application/vnd.ms-excel", "application/x-tika-ooxml-protected");

	private final Tika tika = new Tika();

	private final Upload upload;

	ContentCheck(Upload upload) {
		this.upload = upload;
	}

	/** The kind and the number of pages of this content. */
	Checked check(Received received) throws IOException {
		if (received.size() == 0) {
			throw this.upload.refused("是空文件（0字节），请检查后重新选择文件上传。");
		}
		Path content = received.temporary();
		FileKind kind = kind(content).orElseThrow(() -> this.upload.refused(otherKind(content)));
		if (!this.upload.accepted().takes(kind)) {
			throw this.upload.refused("的类型不在接受范围内，" + this.upload.accepted().text());
		}
		FileKind named = FileKind.ofExtension(FileName.extension(this.upload.name()))
			.orElseThrow(() -> this.upload.refused("的扩展名不在接受范围内，" + this.upload.accepted().text()));
		if (named != kind) {
			throw this.upload.refused("的扩展名与实际内容不一致（实际为%s），请按实际格式重新保存后上传。".formatted(kind));
		}
		requireNothingBehind(kind, content);
		return new Checked(kind.mediaType(), pages(kind, content));
	}

	private void requireNothingBehind(FileKind kind, Path content) throws IOException {
		boolean office = kind == FileKind.DOCX || kind == FileKind.XLSX;
		if (!office && AppendedContent.isArchive(content)) {
			throw this.upload.refused("的末尾附有压缩包，请重新生成只含正文的文件后上传，压缩包内的文件请解压后逐个上传。");
		}
		if (kind == FileKind.PDF && AppendedContent.isBehindPdf(content)) {
			throw this.upload.refused("的末尾附有PDF以外的内容，请用“打印为PDF”的方式重新生成后上传。");
		}
	}

	private Optional<FileKind> kind(Path content) throws IOException {
		String detected = detect(content);
		// Without Tika's parsers every Office file is just some archive.
		boolean archive = detected.equals("application/zip") || detected.equals("application/x-tika-ooxml");
		return archive ? officeKind(content) : FileKind.ofMediaType(detected);
	}

	private String otherKind(Path content) {
		String accepted = this.upload.accepted().text();
		try {
			// Some kinds come with their version.
			String detected = detect(content).split(";")[0];
			boolean namedZip = FileName.extension(this.upload.name()).equals("zip");
			if (ARCHIVES.contains(detected) || namedZip && detected.equals("application/zip")) {
				return "是压缩包，请解压后逐个上传。" + accepted;
			}
			if (OLD_OFFICE.contains(detected)) {
				return "是旧版或设有密码的办公文档，请取消密码并另存后上传。" + accepted;
			}
			boolean posing = FileKind.ofExtension(FileName.extension(this.upload.name())).isPresent();
			return (posing ? "的内容与扩展名不符，请按实际格式重新保存后上传；" : "的类型不在接受范围内，") + accepted;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The file name is withheld from the detector: it would believe it. */
	private String detect(Path content) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
			return this.tika.detect(in);
		}
	}

	private Optional<FileKind> officeKind(Path content) {
		OfficeArchive archive;
		try {
			archive = OfficeArchive.read(content);
		}
		catch (OfficeParts.BombException ex) {
			throw this.upload.refused("展开后的内容异常庞大，无法安全打开，请另存为新文件或打印为PDF后上传。");
		}
		catch (IOException ex) {
			throw this.upload.refused("已损坏，无法打开，请重新导出后上传。");
		}
		if (archive.hasMacros()) {
			throw this.upload.refused("含有宏，请另存为不含宏的DOCX、XLSX文件或PDF后上传。");
		}
		archive.carried().ifPresent(part -> {
			throw this.upload.refused("内嵌有其他文件或对象（%s），请从文档中删除，并将内嵌的文件单独上传。".formatted(FileName.shown(part)));
		});
		return archive.kind();
	}

	private int pages(FileKind kind, Path content) throws IOException {
		return switch (kind) {
			case PDF -> pdfPages(content);
			case JPEG, PNG -> picturePages(content);
			case DOCX, XLSX -> 0;
		};
	}

	private int pdfPages(Path content) {
		try {
			return PdfPages.count(content);
		}
		catch (EncryptedException ex) {
			throw this.upload.refused("已加密或限制了权限，无法打印装订，请取消加密后重新上传。");
		}
		catch (RunningException ex) {
			throw this.upload.refused("含有脚本、动态表单或可自动执行的动作，请用“打印为PDF”的方式重新生成后上传。");
		}
		catch (CarryingException ex) {
			throw this.upload.refused("内嵌有其他文件，请将内嵌的文件单独上传，并用“打印为PDF”的方式重新生成后上传。");
		}
		catch (IOException ex) {
			throw this.upload.refused("已损坏或没有页面，无法打印装订，请重新扫描或导出后上传。");
		}
	}

	private int picturePages(Path content) throws IOException {
		if (!Picture.isReadable(content)) {
			throw this.upload.refused("已损坏或尺寸过大，无法打印装订，请重新扫描后上传。");
		}
		return 1;
	}

	/** What a content is. */
	record Checked(String mediaType, int pages) {
	}

}
