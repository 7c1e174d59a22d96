package io.huhang.attachment;

import io.huhang.campaign.RefusedException;

/**
 * A file as a person offers it.
 *
 * @param owner the number of the case or recommendation that it belongs to
 * @param slot what it is for, and the field at which a refusal is shown
 * @param edition the revision or version it belongs to; 0 for what is bound to none
 * @param name the file name as the person's machine gave it
 * @param userId who uploads
 * @param accepted what its slot takes
 */
public record Upload(String owner, String slot, int edition, String name, String userId, Accepted accepted) {

	/** For a slot that takes any kind. */
	public Upload(String owner, String slot, int edition, String name, String userId) {
		this(owner, slot, edition, name, userId, Accepted.ANY);
	}

	/** What is wrong with this file and how to mend it. */
	RefusedException refused(String text) {
		return new RefusedException(this.slot, "文件“%s”%s".formatted(FileName.shown(this.name), text), "系统规则");
	}

}
