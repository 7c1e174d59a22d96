package io.huhang.attachment;

import java.io.IOException;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Looks for what a PDF would run or carry beside its pages. Paper shows none of it, so
 * the file could not equal the sealed paper (附件1 填表须知四).
 */
final class ActiveContent {

	private static final Set<COSName> ACTIONS = Set.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("Launch"),
			COSName.getPDFName("ImportData"));

	private static final COSName SCRIPT = COSName.getPDFName("JS");

	private static final COSName DYNAMIC_FORM = COSName.getPDFName("XFA");

	private static final int MAX_DEPTH = 100;

	private boolean runs;

	private boolean carries;

	private ActiveContent() {
	}

	/**
	 * Walks every object of the file; contents of pages are not unpacked.
	 * @throws IOException if an object cannot be read
	 */
	static ActiveContent in(PDDocument document) throws IOException {
		ActiveContent found = new ActiveContent();
		found.look(document.getDocument().getTrailer(), 0);
		for (COSObjectKey key : Set.copyOf(document.getDocument().getXrefTable().keySet())) {
			found.look(document.getDocument().getObjectFromPool(key).getObject(), 0);
		}
		return found;
	}

	/** Whether it holds a script, starts a program or is a dynamic form. */
	boolean runs() {
		return this.runs;
	}

	/** Whether other files are embedded in it. */
	boolean carriesFiles() {
		return this.carries;
	}

	// Only what lies directly inside: other objects are visited by their keys.
	private void look(COSBase object, int depth) {
		if (depth > MAX_DEPTH) {
			return;
		}
		if (object instanceof COSDictionary dictionary) {
			this.runs |= dictionary.getItem(SCRIPT) != null || dictionary.getItem(DYNAMIC_FORM) != null
					|| dictionary.getDictionaryObject(COSName.S) instanceof COSName action && ACTIONS.contains(action);
			this.carries |= dictionary.getItem(COSName.EF) != null;
			dictionary.getValues().forEach(value -> look(value, depth + 1));
		}
		else if (object instanceof COSArray array) {
			array.forEach(value -> look(value, depth + 1));
		}
	}

}
