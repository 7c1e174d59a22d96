package io.huhang.electronic;

import io.huhang.paper.ExpectedPaper;

/**
 * One item of an electronic set to compare.
 *
 * @param title how a sentence calls it
 * @param unitName 企业名称; empty for what belongs to no case
 * @param exemption why nobody has to compare it; empty for what is required
 */
public record ElectronicItem(String key, String title, String unitName, String exemption) {

	/** Key of the package as a whole among the items. */
	public static final String PACKAGE = "package";

	static ElectronicItem wholePackage() {
		return new ElectronicItem(PACKAGE, "报送包和报送清单", "", "");
	}

	/** What lies in the set of this paper. */
	static ElectronicItem of(ExpectedPaper paper) {
		return new ElectronicItem(paper.item().key(), paper.called(), paper.unitName(),
				paper.isRequired() ? "" : paper.exemption().replace("清点", "核对"));
	}

}
