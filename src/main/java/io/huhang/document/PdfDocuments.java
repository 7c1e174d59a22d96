package io.huhang.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * Makes a PDF/A-2a from an HTML template: tagged, with embedded Chinese fonts, the same
 * bytes for the same input.
 */
@Component
public class PdfDocuments {

	/** Not a bean: the one that serves the web pages stays the only one. */
	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	PdfDocuments() {
		StringTemplateResolver resolver = new StringTemplateResolver();
		resolver.setTemplateMode(TemplateMode.HTML);
		resolver.setCacheable(true);
		this.engine.setTemplateResolver(resolver);
		XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
	}

	/**
	 * The document of this template, without page numbers and stamps: {@link PdfBinder}
	 * adds them.
	 * @param template name of a file in documents/ without {@code .html}
	 * @param model the values; text is printed as it is, never evaluated
	 */
	public byte[] render(String template, Map<String, Object> model) {
		try {
			String source = Templates.find(template + ".html").getContentAsString(StandardCharsets.UTF_8);
			String html = this.engine.process(source, new Context(Locale.CHINA, model));
			return print(PlainText.printable(html));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] print(String html) throws IOException {
		ByteArrayOutputStream pdf = new ByteArrayOutputStream();
		try (PdfBoxRenderer renderer = builder().withHtmlContent(html, null).buildPdfRenderer();
				PDDocument document = renderer.createPDFKeepOpen()) {
			Repeatable.save(document, pdf);
		}
		return pdf.toByteArray();
	}

	private static PdfRendererBuilder builder() {
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
		builder.usePdfUaAccessibility(true);
		builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
		// Whatever a template or a typed text names, nothing is fetched.
		builder.useUriResolver((base, uri) -> null);
		builder.useExternalResourceAccessControl((uri, type) -> false,
				ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
		builder.useExternalResourceAccessControl((uri, type) -> false,
				ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
		Fonts.addTo(builder);
		return builder;
	}

}
