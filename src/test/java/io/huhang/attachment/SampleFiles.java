package io.huhang.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDXFAResource;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files made on the spot, so that nothing harmful lies in the repository. */
public final class SampleFiles {

	private SampleFiles() {
	}

	public static byte[] pdf(int pages) {
		return pdf(pages, null);
	}

	/** What a scanner makes of these pages, as far as their bytes go: another file. */
	public static byte[] scanned(byte[] printed) {
		try (PDDocument paper = Loader.loadPDF(printed); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			paper.getDocumentInformation().setProducer("scanner");
			paper.save(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a scanner makes of the first of these pages. */
	public static byte[] firstPage(byte[] printed) {
		try (PDDocument paper = Loader.loadPDF(printed); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			while (paper.getNumberOfPages() > 1) {
				paper.removePage(1);
			}
			paper.getDocumentInformation().setProducer("scanner");
			paper.save(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** With an owner password only, as scanners set it; opens without being asked. */
	static byte[] encryptedPdf(String userPassword) {
		StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
		policy.setEncryptionKeyLength(128);
		return pdf(1, policy);
	}

	private static byte[] pdf(int pages, StandardProtectionPolicy policy) {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			for (int page = 0; page < pages; page++) {
				document.addPage(new PDPage());
			}
			if (policy != null) {
				document.protect(policy);
			}
			document.save(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** With a script that runs when it is opened. */
	static byte[] scriptedPdf() {
		return pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')")));
	}

	/** A page that starts a program when it is shown. */
	static byte[] launchingPdf() {
		return pdf(document -> {
			PDPageAdditionalActions actions = new PDPageAdditionalActions();
			actions.setO(new PDActionLaunch());
			document.getPage(0).setActions(actions);
		});
	}

	/** With another file inside. */
	static byte[] carryingPdf() {
		return pdf(document -> {
			PDComplexFileSpecification file = new PDComplexFileSpecification();
			file.setFile("a.txt");
			file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] { 1 })));
			PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
			tree.setNames(Map.of("a.txt", file));
			PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
			names.setEmbeddedFiles(tree);
			document.getDocumentCatalog().setNames(names);
		});
	}

	/** An ordinary link to the web, which is nothing bad. */
	static byte[] linkingPdf() {
		return pdf(document -> {
			PDActionURI action = new PDActionURI();
			action.setURI("https://www.miit.gov.cn/");
			PDAnnotationLink link = new PDAnnotationLink();
			link.setAction(action);
			document.getPage(0).getAnnotations().add(link);
			PDAcroForm form = new PDAcroForm(document);
			document.getDocumentCatalog().setAcroForm(form);
		});
	}

	/** A dynamic form. */
	static byte[] dynamicForm() {
		return pdf(document -> {
			PDAcroForm form = new PDAcroForm(document);
			form.setXFA(new PDXFAResource(new COSString("<xdp/>")));
			document.getDocumentCatalog().setAcroForm(form);
		});
	}

	private interface Change {

		void on(PDDocument document) throws IOException;

	}

	private static byte[] pdf(Change change) {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			change.on(document);
			document.save(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static byte[] picture(String format) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			ImageIO.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), format, out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A head that promises 60,000 × 60,000 pixels. */
	static byte[] pixelFlood() {
		byte[] png = picture("png");
		png[18] = (byte) 0xEA;
		png[19] = 0x60;
		png[22] = (byte) 0xEA;
		png[23] = 0x60;
		return png;
	}

	static byte[] docx() {
		try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			document.createParagraph().createRun().setText("证明材料");
			document.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static byte[] xlsx() {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			book.createSheet("名单");
			book.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] zip(Map<String, String> parts) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
			zip.finish();
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The document with one more part in it. */
	static byte[] with(byte[] office, String part, byte[] content) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream();
				ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(office));
				ZipOutputStream zip = new ZipOutputStream(out)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				zip.putNextEntry(new ZipEntry(entry.getName()));
				in.transferTo(zip);
			}
			zip.putNextEntry(new ZipEntry(part));
			zip.write(content);
			zip.finish();
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The one behind the other, as a copy in the shell makes it. */
	static byte[] joined(byte[] first, byte[] second) {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

}
