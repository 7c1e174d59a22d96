package io.huhang.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The one picture that a scanned page consists of. */
final class PagePicture {

	/** A4 at 600 dpi has 35 million. */
	private static final long MOST_PIXELS = 40_000_000;

	/** Half the pixels of each side where there are more than 300 dpi. */
	private static final long MANY_PIXELS = 12_000_000;

	private PagePicture() {
	}

	/** The picture as it was scanned; empty where a page is made of other things. */
	static Optional<BufferedImage> of(PDPage page) throws IOException {
		PDResources resources = page.getResources();
		if (resources == null) {
			return Optional.empty();
		}
		List<COSName> pictures = new ArrayList<>();
		resources.getXObjectNames().forEach(name -> {
			if (resources.isImageXObject(name)) {
				pictures.add(name);
			}
		});
		return (pictures.size() == 1) ? pixels((PDImageXObject) resources.getXObject(pictures.get(0)))
				: Optional.empty();
	}

	private static Optional<BufferedImage> pixels(PDImageXObject picture) throws IOException {
		long pixels = (long) picture.getWidth() * picture.getHeight();
		return (pixels > MOST_PIXELS) ? Optional.empty()
				: Optional.of(picture.getImage(null, (pixels > MANY_PIXELS) ? 2 : 1));
	}

}
