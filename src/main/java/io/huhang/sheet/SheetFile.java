package io.huhang.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.ParserConfigurationException;

import io.huhang.campaign.RefusedException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Opens an uploaded .xlsx and takes one sheet out of it. Nothing in the file is trusted:
 * neither its name nor its sizes nor its XML.
 */
final class SheetFile {

	/** Key of the field that the problems belong to. */
	static final String FIELD = "file";

	private static final long MOST_UNPACKED = 128L * 1024 * 1024;

	private static final int MOST_PARTS = 500;

	static {
		// For the whole machine; our own documents stay far below. The ratio of 1:100 is
		// POI's own.
		ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
		ZipSecureFile.setMaxFileCount(MOST_PARTS);
	}

	private SheetFile() {
	}

	/**
	 * The content of the sheet of this name.
	 * @throws RefusedException if it cannot be read, with the reason for the person
	 */
	static SheetContent read(Path file, SheetFormat format) {
		try {
			requireArchive(file, format);
			try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
				requireWorkbook(parts, format);
				return content(parts, format);
			}
		}
		catch (SheetContent.TooLongException ex) {
			throw refused("“%s”工作表的内容超过%d行，请分成几个文件导入。".formatted(format.name(), SheetContent.MOST_LINES), format);
		}
		catch (UnsupportedFileFormatException | OpenXML4JException ex) {
			throw notASheet(format);
		}
		catch (IOException | SAXException | ParserConfigurationException | IllegalArgumentException
				| IllegalStateException | IndexOutOfBoundsException | POIXMLException ex) {
			throw unreadable(ex, format);
		}
	}

	/** The refusal of a file as a whole. */
	static RefusedException refused(String text, SheetFormat format) {
		return new RefusedException(FIELD, text, format.clause());
	}

	private static void requireArchive(Path file, SheetFormat format) throws IOException {
		FileMagic magic;
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			magic = FileMagic.valueOf(in);
		}
		if (magic == FileMagic.OLE2) {
			throw isEncrypted(file) ? refused("文件设有打开密码，无法读取。请在Excel或WPS中取消密码后重新上传。", format)
					: refused("文件是旧版Excel格式（.xls），请另存为“Excel 工作簿（.xlsx）”后重新上传。", format);
		}
		if (magic != FileMagic.OOXML) {
			throw notASheet(format);
		}
	}

	private static boolean isEncrypted(Path file) throws IOException {
		try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
			return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
		}
	}

	private static void requireWorkbook(OPCPackage parts, SheetFormat format) throws OpenXML4JException {
		boolean macros = parts.getParts()
			.stream()
			.anyMatch(part -> part.getContentType().contains("macroEnabled")
					|| part.getContentType().contains("vbaProject"));
		if (macros) {
			throw refused("文件含有宏，不能导入。请将%s复制到重新下载的模板中再上传。".formatted(format.name()), format);
		}
		if (parts.getPartsByContentType(XSSFRelation.WORKBOOK.getContentType()).isEmpty()) {
			throw notASheet(format);
		}
	}

	private static SheetContent content(OPCPackage parts, SheetFormat format)
			throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
		ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(parts, false);
		XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) new XSSFReader(parts).getSheetsData();
		List<String> names = new ArrayList<>();
		while (sheets.hasNext()) {
			try (InputStream in = sheets.next()) {
				names.add(sheets.getSheetName());
				if (format.name().equals(sheets.getSheetName())) {
					SheetContent content = new SheetContent(strings);
					XMLReader reader = XMLHelper.newXMLReader();
					reader.setContentHandler(content);
					reader.parse(new InputSource(in));
					return content;
				}
			}
		}
		throw refused("文件中没有名为“%s”的工作表（现有：%s）。请下载模板，在该工作表中填写后上传。".formatted(format.name(), String.join("、", names)),
				format);
	}

	private static RefusedException notASheet(SheetFormat format) {
		return refused("文件不是Excel工作簿（.xlsx）。请下载模板填写，保存为.xlsx格式后上传。", format);
	}

	// POI tells of a bomb by message only.
	private static RefusedException unreadable(Exception ex, SheetFormat format) {
		return String.valueOf(ex.getMessage()).contains("Zip bomb")
				? refused("文件解压后过大，已停止读取。请将%s复制到重新下载的模板中再上传。".formatted(format.name()), format)
				: refused("文件已损坏或含有无法识别的内容。请在Excel或WPS中打开检查，另存为.xlsx后重新上传。", format);
	}

}
