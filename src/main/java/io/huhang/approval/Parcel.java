package io.huhang.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.Problem;
import io.huhang.campaign.TypedDay;

/**
 * How paper leaves an authority (通知二（三）).
 *
 * @param carrier who carries it
 * @param waybill the carrier's number
 * @param dispatchedOn ISO date on which it left
 */
public record Parcel(String carrier, String waybill, String dispatchedOn) {

	private static final String CLAUSE = "通知二（三）";

	private static final String BY_HAND = "专人送达";

	/** What a browser leaves out was not filled. */
	public Parcel {
		carrier = (carrier != null) ? carrier : "";
		waybill = (waybill != null) ? waybill : "";
		dispatchedOn = (dispatchedOn != null) ? dispatchedOn : "";
	}

	/** By whom and under which number it travels, as people read it. */
	public String described() {
		return this.waybill.equals(this.carrier) || this.waybill.equals(BY_HAND) ? this.waybill
				: "%s，运单号%s".formatted(this.carrier, this.waybill);
	}

	/** Everything that is missing. */
	public List<Problem> problems(LocalDate today) {
		List<Problem> problems = new ArrayList<>();
		if (this.carrier.isBlank()) {
			problems.add(new Problem("carrier", "请填写寄送方式或承运单位。", CLAUSE));
		}
		if (this.waybill.isBlank()) {
			problems.add(new Problem("waybill", "请填写运单号；专人送达的填写“专人送达”。", CLAUSE));
		}
		new TypedDay("寄送日期", this.dispatchedOn)
			.fault("请填写寄送日期。", day -> day.isAfter(today) ? Optional.of("寄送日期不能晚于今天。") : Optional.empty())
			.map(text -> new Problem("dispatchedOn", text, CLAUSE))
			.ifPresent(problems::add);
		return problems;
	}

}
