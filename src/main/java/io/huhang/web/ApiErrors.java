package io.huhang.web;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.huhang.audit.CommandConflictException;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.StaleDraftException;
import io.huhang.organization.People;
import io.huhang.organization.Person;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers of the task API when a person got something wrong. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring's own answers, which are English
class ApiErrors {

	private final People people;

	private final DataSize largest;

	ApiErrors(People people, @Value("${huhang.files.max-file-size}") DataSize largest) {
		this.people = people;
		this.largest = largest;
	}

	/** The problems, each for its field. */
	record Problems(List<Problem> problems) {
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
	Problems refused(RefusedException ex) {
		return new Problems(ex.problems());
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.CONFLICT)
	Map<String, Object> stale(StaleDraftException ex) {
		String editor = this.people.find(ex.current().savedBy()).map(Person::name).orElse("");
		return Map.of("version", ex.current().version(), "message", "该草稿已由%s于%s在其他窗口更新，本窗口的内容未保存。请刷新页面后继续填写。"
			.formatted(editor, ChineseDates.minute(ex.current().savedAt())));
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.NOT_FOUND)
	Map<String, Object> held(HeldException ex) {
		String holder = this.people.find(ex.holder())
			.map(person -> person.name() + "（" + person.role().label() + "）")
			.orElse("他人");
		return Map.of("message", "该任务正由%s办理。需要由您办理的，请先请其取消领取，再刷新任务列表。".formatted(holder));
	}

	@ExceptionHandler(CommandConflictException.class)
	@ResponseStatus(HttpStatus.CONFLICT)
	Map<String, Object> conflict() {
		return Map.of("message", "该操作编号已用于另一项操作，本次提交未受理，原操作不受影响。请刷新页面后重新办理。");
	}

	@ExceptionHandler(PessimisticLockingFailureException.class)
	@ResponseStatus(HttpStatus.CONFLICT)
	Map<String, Object> busy() {
		return Map.of("message", "同一事项正在处理，请稍后重试。");
	}

	// Only a program or an outdated page sends what the form does not have.
	@ExceptionHandler(HttpMessageNotReadableException.class)
	ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException ex) {
		return NestedExceptionUtils.getMostSpecificCause(ex) instanceof StreamConstraintsException
				? ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
					.body(Map.of("message", "填写的内容过多，超出保存上限，未保存。内容仍在本页，请删减后再试；篇幅较长的材料请作为附件上传。"))
				: ResponseEntity.badRequest().body(Map.of("message", "提交的内容不完整或与本页面不符，未保存。请刷新页面后重试。"));
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
	Problems tooLarge(MaxUploadSizeExceededException ex) {
		return new Problems(
				List.of(new Problem("file", "文件超过%dMB，请压缩或拆分后重新上传。".formatted(this.largest.toMegabytes()), "系统规则")));
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	Problems notAnUpload(MultipartException ex) {
		return new Problems(List.of(new Problem("file", "没有收到文件，请重新选择文件后上传。", "系统规则")));
	}

}
