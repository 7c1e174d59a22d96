package io.huhang.campaign;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The notice as data: everything that the next call would word or number differently.
 * Read from {@code config/campaign-2024-926.yml}; messages say what is expected there.
 *
 * @param deadline the first instant that is too late, as the notice has it (通知二（三）, C16);
 * {@link CampaignDates} knows which one holds
 * @param grace how much longer a request may take that began before a closing date
 * @param localLead working days between an authority's closing date and the deadline
 * @param correctionLimit working days for a correction (补正)
 * @param checkLimit working days that an officer has for each check
 * @param reviewLimit working days that a head has for each review
 * @param supplementLimit working days for sending paper that was missing (通知二（三）)
 * @param reopeningLimit working days in which the bureau decides about a list that has
 * missed its date
 * @param reopeningSpan working days from that decision to the new date at most
 * @param reminders how long before each closing date people are reminded (R20)
 * @param digestDays days before the deadline in which the contacts read a daily digest
 * @param recommendationCap cases per recommending act (通知二（二）, R19)
 * @param capPolicy what the ministry does with a list above the cap (C13)
 * @param paperCopies originals of every item (通知二（三）, R21)
 * @param profileChars most characters of 申报单位简介, as Word counts them (R44)
 * @param severalCases whether an enterprise may have several live cases, all in one
 * direction (通知二（一）, C11)
 * @param singleBesideJoint whether an authority that recommends jointly may also send a
 * list of its own (通知二（二）, C13)
 * @param regionPerDirection whether an authority may have one live region application for
 * each direction instead of one in all (通知一（二）, C20)
 * @param regionConsent region codes whose authorities may apply as a region only with the
 * bureau's consent (通知一（二）: 省级; C15)
 * @param addedCategory how a category is printed for which annex 1 has no box (C1)
 * @param packageLinkDays days for which the link to a package that was sent works (R22)
 * @param packageMailLimit megabytes of one encoded mail with files of a package; 0 leaves
 * all but annex 3 and the manifest to the link (R22)
 * @param summaryChars most characters of 案例简述 in annex 3 (R82)
 */
@Validated
@ConfigurationProperties("huhang.campaign")
public record Campaign(@NotBlank(message = "an identifier such as 2024-926") String id,
		@Pattern(regexp = "[A-Z]{2}\\d{4}", message = "two capitals and a year such as HH2024") @NotNull(
				message = "two capitals and a year such as HH2024") String numberPrefix,
		@NotBlank(message = "the notice's number such as 工网安函〔2024〕926号") String documentNumber,
		@NotBlank(message = "the selection's title") String title,
		@NotBlank(message = "the issuing bureau's name") String issuer,
		@Min(value = 2000, message = "a year such as 2024") int activityYear,
		@NotNull(message = "an instant with zone such as 2025-01-01T00:00:00+08:00") OffsetDateTime deadline,
		@NotNull(message = "a time such as 0s or 30s") @DurationMin(
				message = "a time such as 0s or 30s") Duration grace,
		@Positive(message = "a number of working days above 0") int localLead,
		@Positive(message = "a number of working days above 0") int correctionLimit,
		@Positive(message = "a number of working days above 0") int checkLimit,
		@Positive(message = "a number of working days above 0") int reviewLimit,
		@Positive(message = "a number of working days above 0") int supplementLimit,
		@Positive(message = "a number of working days above 0") int reopeningLimit,
		@Positive(message = "a number of working days above 0") int reopeningSpan,
		@NotEmpty(message = "a list such as [7d, 3h]") List<@DurationMin(hours = 1,
				message = "days or hours such as 7d or 3h") Duration> reminders,
		@Positive(message = "a number of days above 0") int digestDays,
		@Positive(message = "a number of cases above 0") int recommendationCap,
		@NotNull(message = "SOFT, REJECT_EXCESS or REJECT_LIST") CapPolicy capPolicy,
		@Positive(message = "a number of copies above 0") int paperCopies,
		@Positive(message = "a number of characters above 0") int profileChars,
		@Positive(message = "a number of characters above 0") int summaryChars,
		@NotNull(message = "true or false") Boolean severalCases,
		@NotNull(message = "true or false") Boolean singleBesideJoint,
		@NotNull(message = "true or false") Boolean regionPerDirection,
		@NotNull(message = "a list of region codes, [] for none") List<@Pattern(regexp = "\\d{6}",
				message = "a code of six digits such as \"330200\"") String> regionConsent,
		@NotNull(message = "box or note") AddedCategory addedCategory,
		@Positive(message = "a number of days above 0") int packageLinkDays,
		@NotNull(message = "a number of megabytes from 0 to 50") @Min(value = 0,
				message = "a number of megabytes from 0 to 50") @Max(value = 50,
						message = "a number of megabytes from 0 to 50") Integer packageMailLimit,
		@NotBlank(message = "a version such as \"2024-11\"") String privacyVersion,
		@Valid @NotNull(message = "the five directions D1 to D5") @Size(min = 5, max = 5,
				message = "the five directions D1 to D5") List<Direction> directions,
		@Valid @NotNull(message = "the eight enterprise categories") @Size(min = 8, max = 8,
				message = "the eight enterprise categories") List<Category> categories,
		@Valid @NotNull(message = "the six kinds of ownership") @Size(min = 6, max = 6,
				message = "the six kinds of ownership") List<Ownership> ownerships,
		@Valid @NotEmpty(message = "the criteria by which an authority scores a case") List<Criterion> criteria,
		@Valid @NotEmpty(message = "the contacts of section 三") List<Contact> contacts,
		@NotBlank(message = "an e-mail address") @Email(message = "an e-mail address") String mailbox,
		@NotBlank(message = "a postal address") String address,
		@NotNull(message = "a postcode of six digits") @Pattern(regexp = "\\d{6}",
				message = "a postcode of six digits") String postcode) {

	/** The zone of every date of the notice. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** What every letter says of the notice. */
	public Map<String, Object> imprint() {
		return Map.of("contacts", contacts, "mailbox", mailbox, "address", address, "postcode", postcode,
				"documentNumber", documentNumber);
	}

	/** The direction of this code, or empty for a code that the notice does not know. */
	public Optional<Direction> direction(String code) {
		return directions.stream().filter(direction -> direction.code().equals(code)).findFirst();
	}

	/** The category of this code, or empty for a code that the annex does not know. */
	public Optional<Category> category(String code) {
		return categories.stream().filter(category -> category.code().equals(code)).findFirst();
	}

	/** The ownership of this code, or empty for a code that the annex does not know. */
	public Optional<Ownership> ownership(String code) {
		return ownerships.stream().filter(ownership -> ownership.code().equals(code)).findFirst();
	}

	/**
	 * 申报方向, 通知一（一）: one code, three spellings (C5).
	 *
	 * @param levels the levels of this direction's regime, highest first; empty where it
	 * has none (R42, R43)
	 */
	public record Direction(@NotBlank(message = "a code such as D1") String code,
			@NotBlank(message = "the name in the body") String name,
			@NotBlank(message = "the label of annex 1") String formLabel,
			@NotBlank(message = "the label of annex 3") String annex3Label,
			@NotNull(message = "a list of levels, [] for none") List<String> levels, String levelLabel,
			@NotBlank(message = "the heading in annex 1 三") String guidanceTitle,
			@NotBlank(message = "the guidance of annex 1 三") String guidance) {
	}

	/**
	 * 企业类别 with its spellings in annex 1 and annex 3 (C1, C2).
	 *
	 * @param added whether annex 1 itself has no box for it
	 */
	public record Category(@NotBlank(message = "a code such as INDUSTRIAL") String code,
			@NotBlank(message = "the label of annex 1") String formLabel,
			@NotBlank(message = "the label of annex 3") String annex3Label, boolean added) {
	}

	/** How a category is printed for which annex 1 has no box (C1). */
	public enum AddedCategory {

		/** As one more box behind those of the annex. */
		BOX,
		/** As a note below the boxes, where it applies. */
		NOTE

	}

	/** What the ministry does with a list above the cap (C13). */
	public enum CapPolicy {

		/** Decides about each such list. */
		SOFT,
		/** Does not receive the cases behind the cap. */
		REJECT_EXCESS,
		/** Does not receive the list. */
		REJECT_LIST

	}

	/** 单位性质 of annex 1 (R38). */
	public record Ownership(@NotBlank(message = "a code such as STATE") String code,
			@NotBlank(message = "the label of annex 1") String label) {

		/** The one that needs a text. */
		public static final String OTHER = "OTHER";

	}

	/**
	 * One of the principles by which an authority scores a case, 通知二（二） (R16).
	 *
	 * @param most the highest score, in 分
	 */
	public record Criterion(@NotBlank(message = "a code such as FAIR") String code,
			@NotBlank(message = "the principle in the words of the notice") String label,
			@NotBlank(message = "what is looked at") String meaning, @Positive(message = "a score above 0") int most) {
	}

	/** One line of 三、联系方式 (R26). */
	public record Contact(@NotBlank(message = "an office or 申报咨询") String role,
			@NotBlank(message = "a name") String name, @NotBlank(message = "a telephone number") String phone) {
	}

}
