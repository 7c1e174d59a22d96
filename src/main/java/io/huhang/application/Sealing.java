package io.huhang.application;

import java.util.List;
import java.util.Objects;

/**
 * What the applicant tells when the sealed paper goes in (附件1 封面, 填表须知三, 五). Ticks are
 * "true" or empty.
 *
 * @param choice {@link #FILE} or {@link #REVISE}
 * @param coverSeal the cover carries the applicant's 公章
 * @param declarationSeal 五、真实性承诺 carries the 公章
 * @param signature 五 is signed by the legal representative
 * @param pagingSeal the whole set carries the 骑缝章
 * @param truthful the applicant answers for the truth of all material (R32)
 * @param confirmations the warnings that the applicant has confirmed, by
 * {@link io.huhang.campaign.Problem#confirmation()}
 */
public record Sealing(String choice, String coverSeal, String declarationSeal, String signature, String pagingSeal,
		String truthful, List<String> confirmations) {

	/** Hand the sealed application to the authority. */
	public static final String FILE = "FILE";

	/** Go back to the form: the paper is not used. */
	public static final String REVISE = "REVISE";

	/** What a browser leaves out was not confirmed. */
	public Sealing {
		confirmations = (confirmations != null) ? confirmations.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/** Nothing ticked yet. */
	public static Sealing empty() {
		return new Sealing(FILE, "", "", "", "", "", List.of());
	}

	/** Whether the applicant goes back to the form. */
	public boolean isRevising() {
		return REVISE.equals(this.choice);
	}

}
