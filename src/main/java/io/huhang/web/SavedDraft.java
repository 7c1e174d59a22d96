package io.huhang.web;

import io.huhang.campaign.ChineseDates;
import io.huhang.draft.Draft;

/**
 * What a form is told about the draft that it has just saved.
 *
 * @param version over which the next save goes
 * @param savedAt the server's time, as people read it
 */
record SavedDraft(int version, String savedAt) {

	static SavedDraft of(Draft draft) {
		return new SavedDraft(draft.version(), ChineseDates.minute(draft.savedAt()));
	}

}
