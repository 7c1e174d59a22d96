package io.huhang.application;

import java.time.Instant;

/**
 * 资格认定: the coordinator's word that this category may apply in this direction although no
 * row of the table says so, since 通知一（一） names the enterprises with 等 (C3).
 *
 * @param direction code of the direction
 * @param category code of the category
 * @param reason why, in the coordinator's words
 * @param admittedBy login name of the coordinator
 */
public record Admission(String direction, String category, String reason, Instant admittedAt, String admittedBy) {

	/** Whether it is about this pair. */
	boolean covers(String otherDirection, String otherCategory) {
		return this.direction.equals(otherDirection) && this.category.equals(otherCategory);
	}

}
