package io.huhang.bench;

import io.huhang.organization.Person;

/** One case from its opening to the head's agreement, by the same people and calls. */
interface Journey {

	/**
	 * A case on its way.
	 *
	 * @param instance id of its instance
	 */
	record Begun(String number, String instance, Person applicant) {
	}

	/** Registers an applicant and its enterprise; not measured. */
	Person newcomer(int enterprise);

	/** Opens the case. */
	Begun open(Person applicant);

	/** Uploads evidence and the sealed scan; not measured. */
	void upload(Begun begun);

	/**
	 * Drafts, fill, pre-check, documents' job, sealing, filing, letters' job, check,
	 * review.
	 */
	void walk(Begun begun);

}
