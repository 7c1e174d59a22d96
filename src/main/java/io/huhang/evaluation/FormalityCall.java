package io.huhang.evaluation;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * 形式审查 as data, since the notice leaves it open (C24). Read from
 * {@code config/campaign-2024-926.yml}.
 *
 * @param preparationLimit working days for the coordinator's preparation
 * @param checkLimit working days for the officer's decision
 * @param correctionLimit working days for 补正
 * @param refusals the reasons for 不予受理
 */
@Validated
@ConfigurationProperties("huhang.campaign.formality")
public record FormalityCall(@Positive(message = "working days above 0") int preparationLimit,
		@Positive(message = "working days above 0") int checkLimit,
		@Positive(message = "working days above 0") int correctionLimit,
		@Valid @NotEmpty(message = "the reasons for refusing") List<Refusal> refusals) {

	/** The reason of this code. */
	public Optional<Refusal> refusal(String code) {
		return this.refusals.stream().filter(refusal -> refusal.code().equals(code)).findFirst();
	}

	/**
	 * A reason for 不予受理.
	 *
	 * @param code kept with the decision
	 * @param label as people read it
	 */
	public record Refusal(@NotBlank(message = "the code of a reason") String code,
			@NotBlank(message = "the words of a reason") String label) {
	}

}
