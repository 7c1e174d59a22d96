package io.huhang.application;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Sha256;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Cases that may be one: 同一案例不可通过多途径同时申报 (通知二（一）, R12). Alike are the name, whatever its
 * width, blanks, punctuation and case, and the contact's mobile at two enterprises.
 */
@Repository
public class SimilarCases {

	private static final Pattern UNSPOKEN = Pattern.compile("[\\s\\p{Z}\\p{P}\\p{S}\\p{Cf}]");

	private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

	private final JdbcClient jdbc;

	private final Campaign campaign;

	SimilarCases(JdbcClient jdbc, Campaign campaign) {
		this.jdbc = jdbc;
		this.campaign = campaign;
	}

	/** What of this form another live case has too; nothing is said about that case. */
	Set<CaseField> alike(CaseApplication application, CaseForm form) {
		Set<CaseField> alike = EnumSet.noneOf(CaseField.class);
		if (!find(application, name(form), "").isEmpty()) {
			alike.add(CaseField.CASE_NAME);
		}
		if (!find(application, "", mobile(form)).isEmpty()) {
			alike.add(CaseField.CONTACT_PHONE);
		}
		return alike;
	}

	/** The other live cases with the name or the mobile of this form, by number. */
	public List<CaseApplication> of(CaseApplication application, CaseForm form) {
		return find(application, name(form), mobile(form));
	}

	/** Keeps what a form says, so that others are compared with it. */
	void remember(String number, CaseForm form) {
		this.jdbc.sql("update application_case set name_digest = :name, mobile_digest = :mobile where number = :number")
			.param("name", name(form))
			.param("mobile", mobile(form))
			.param("number", number)
			.update();
	}

	// An empty digest is nobody's.
	private List<CaseApplication> find(CaseApplication application, String name, String mobile) {
		return this.jdbc
			.sql("select number, authority, uscc, applicant, direction, case_name, unit_name, opened_at, live_key"
					+ " from application_case where campaign = :campaign and live_key is not null and number <> :number"
					+ " and ((name_digest = :name and :name <> '')"
					+ " or (mobile_digest = :mobile and :mobile <> '' and uscc <> :uscc)) order by number")
			.param("campaign", this.campaign.id())
			.param("number", application.number())
			.param("uscc", application.uscc())
			.param("name", name)
			.param("mobile", mobile)
			.query(CaseApplications.ROW)
			.list();
	}

	private static String name(CaseForm form) {
		String bare = UNSPOKEN.matcher(Normalizer.normalize(form.caseName(), Normalizer.Form.NFKC))
			.replaceAll("")
			.toLowerCase(Locale.ROOT);
		return bare.isEmpty() ? "" : Sha256.hex(bare);
	}

	private static String mobile(CaseForm form) {
		return MOBILE.matcher(form.contactPhone()).matches() ? Sha256.hex(form.contactPhone()) : "";
	}

}
