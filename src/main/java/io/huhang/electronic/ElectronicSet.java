package io.huhang.electronic;

import java.util.List;

import io.huhang.paper.ExpectedPaper;

/**
 * What the electronic set of a list, or that of a region's application, consists of
 * beside the package: the rest is alike.
 */
public interface ElectronicSet {

	/** How people call who has sent it, such as 推荐单位. */
	String sender();

	/**
	 * The annex whose 填表须知 says what seals it needs and that it equals the paper.
	 */
	String annex();

	/** What is compared, in its order. */
	List<ExpectedPaper> items(String number);

	/** The sealed papers whose scans lie in it, in their order. */
	List<SealedPaper> papers(String number);

	/** Whether the scan of this paper is, byte for byte, what the system printed. */
	boolean isPrint(SealedPaper paper);

}
