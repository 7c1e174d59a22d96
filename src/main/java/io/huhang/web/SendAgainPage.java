package io.huhang.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import io.huhang.application.CaseApplications;
import io.huhang.audit.CommandConflictException;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.recommendation.ElectronicDelivery;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 再次发送 of a package or a part of it, by the authority's officer or the coordinator. */
@Controller
@RequestMapping("/recommendations/{number}/deliveries/new")
class SendAgainPage {

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

	private static final String CLAUSE = "通知二（三）";

	private final Access access;

	private final ElectronicDelivery delivery;

	private final CaseApplications cases;

	private final CaseLines lines;

	SendAgainPage(Access access, ElectronicDelivery delivery, CaseApplications cases, CaseLines lines) {
		this.access = access;
		this.delivery = delivery;
		this.cases = cases;
		this.lines = lines;
	}

	@GetMapping
	String ask(@PathVariable String number, Model model, Person person) {
		require(number, person);
		return show(number, "", List.of(), FieldProblems.NONE, model);
	}

	@PostMapping
	String send(@PathVariable String number, @RequestParam(defaultValue = "") String commandKey,
			@RequestParam(defaultValue = "") String scope,
			@RequestParam(name = "case", defaultValue = "") List<String> chosen, Model model, Person person,
			HttpServletResponse response) {
		require(number, person);
		try {
			this.delivery.sendAgain(key(commandKey), number, parts(number, scope, chosen), person.id());
			return "redirect:/recommendations/" + number;
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return show(number, scope, chosen, new FieldProblems(ex.problems()), model);
		}
		catch (CommandConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			Problem used = new Problem("commandKey", "本页面已经用于另一次发送，本次未受理，原发送不受影响。请核对报送记录后重新选择并发送。", CLAUSE);
			return show(number, scope, chosen, new FieldProblems(List.of(used)), model);
		}
	}

	private void require(String number, Person person) {
		if (!Access.maySendAgain(person)) {
			throw new MissingException();
		}
		this.access.readRecommendation(number, person);
	}

	private static String key(String key) {
		if (!KEY.matcher(key).matches()) {
			throw new RefusedException("commandKey", "本次发送缺少操作编号，未受理。请刷新页面后重新发送。", "系统规则");
		}
		return key;
	}

	private List<String> parts(String number, String scope, List<String> chosen) {
		return switch (scope) {
			case "WHOLE" -> unticked(List.of(), chosen);
			case "ANNEX3" -> unticked(List.of(number), chosen);
			case "CASES" -> {
				if (chosen.isEmpty()) {
					throw new RefusedException("case", "请至少选择一个案例。", CLAUSE);
				}
				yield chosen;
			}
			default -> throw new RefusedException("scope", "请选择发送内容。", CLAUSE);
		};
	}

	private static List<String> unticked(List<String> parts, List<String> chosen) {
		if (!chosen.isEmpty()) {
			throw new RefusedException("scope", "已勾选部分案例，与所选发送内容不一致：只发送这些案例的，请改选“部分案例”；否则请取消勾选。", CLAUSE);
		}
		return parts;
	}

	private String show(String number, String scope, List<String> chosen, FieldProblems problems, Model model) {
		boolean sent = this.delivery.isSent(number);
		model.addAttribute("number", number);
		model.addAttribute("sent", sent);
		model.addAttribute("scope", scope);
		model.addAttribute("chosen", chosen);
		model.addAttribute("problems", problems);
		model.addAttribute("commandKey", UUID.randomUUID().toString());
		model.addAttribute("cases", sent
				? this.delivery.cases(number).stream().map(this.cases::get).map(this.lines::of).toList() : List.of());
		return "delivery-new";
	}

}
