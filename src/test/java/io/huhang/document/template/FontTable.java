package io.huhang.document.template;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * Which font stands in where an office program lacks one of GB/T 9704: the fonts of
 * Windows and WPS, of the same style.
 */
final class FontTable {

	private static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";

	private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

	private FontTable() {
	}

	static void addTo(OPCPackage file) throws IOException {
		try {
			PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
			PackagePart part = file.createPart(name, CONTENT_TYPE);
			try (OutputStream out = part.getOutputStream()) {
				out.write(xml().getBytes(StandardCharsets.UTF_8));
			}
			PackagePart document = file.getPart(PackagingURIHelper.createPartName("/word/document.xml"));
			document.addRelationship(name, TargetMode.INTERNAL, RELATION);
		}
		catch (InvalidFormatException ex) {
			throw new IOException(ex);
		}
	}

	private static String xml() {
		return Stream
			.of(font(Paper.TITLE, "方正小标宋_GBK,华文中宋,宋体", "roman"), font(Paper.BODY, "仿宋,华文仿宋,FangSong", "modern"),
					font(Paper.KAI, "楷体,华文楷体,KaiTi", "modern"), font(Paper.BLACK, "SimHei,微软雅黑", "modern"),
					font("宋体", "SimSun,新宋体", "auto"))
			.collect(Collectors.joining("", """
					<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
					<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">""", "</w:fonts>"));
	}

	/** Charset 86 is GB 2312. */
	private static String font(String name, String others, String family) {
		return "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/><w:family w:val=\"%s\"/></w:font>"
			.formatted(name, others, family);
	}

}
