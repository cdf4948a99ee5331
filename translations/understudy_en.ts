<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>Requests are answered as usual; %n request(s) kept in memory to be recorded later.</source>
        <translation>
            <numerusform>Requests are answered as usual; %n request kept in memory to be recorded later.</numerusform>
            <numerusform>Requests are answered as usual; %n requests kept in memory to be recorded later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) had to be dropped.</source>
        <translation>
            <numerusform>%n record had to be dropped.</numerusform>
            <numerusform>%n records had to be dropped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message numerus="yes">
        <source>It changed its state %n time(s) in the last minutes.</source>
        <translation>
            <numerusform>It changed its state %n time in the last minutes.</numerusform>
            <numerusform>It changed its state %n times in the last minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key “%1”: %n more request(s) failed</source>
        <translation>
            <numerusform>Key “%1”: %n more request failed</numerusform>
            <numerusform>Key “%1”: %n more requests failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayPicture</name>
    <message numerus="yes">
        <source>Gateway stopping · %n request(s) still running</source>
        <translation>
            <numerusform>Gateway stopping · %n request still running</numerusform>
            <numerusform>Gateway stopping · %n requests still running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::BuiltInModelsPanel</name>
    <message numerus="yes">
        <source>Free tokens used, %n key(s)</source>
        <translation>
            <numerusform>Free tokens used, %n key</numerusform>
            <numerusform>Free tokens used, %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ChannelDialog</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ChannelsModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ChannelsPanel</name>
    <message numerus="yes">
        <source>%n key(s) call “%1”. After deleting it: %2.</source>
        <translation>
            <numerusform>%n key call “%1”. After deleting it: %2.</numerusform>
            <numerusform>%n keys call “%1”. After deleting it: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ClosePolicy</name>
    <message numerus="yes">
        <source>%n request(s) still running</source>
        <translation>
            <numerusform>%n request still running</numerusform>
            <numerusform>%n requests still running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait and Quit takes no new requests and lets these finish, for at most %n second(s). Quit Now cuts them off.</source>
        <translation>
            <numerusform>Wait and Quit takes no new requests and lets these finish, for at most %n second. Quit Now cuts them off.</numerusform>
            <numerusform>Wait and Quit takes no new requests and lets these finish, for at most %n seconds. Quit Now cuts them off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::DeletedSection</name>
    <message numerus="yes">
        <source>Deleted gateway access keys, call channels and providers can be brought back for %n day(s).</source>
        <translation>
            <numerusform>Deleted gateway access keys, call channels and providers can be brought back for %n day.</numerusform>
            <numerusform>Deleted gateway access keys, call channels and providers can be brought back for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::DiagnosticsSection</name>
    <message numerus="yes">
        <source>It can be written; %n record(s) were lost since the start.</source>
        <translation>
            <numerusform>It can be written; %n record were lost since the start.</numerusform>
            <numerusform>It can be written; %n records were lost since the start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::DrillPage</name>
    <message numerus="yes">
        <source>Drill stopped after %1 of %n request(s). There is no verdict on a part.</source>
        <translation>
            <numerusform>Drill stopped after %1 of %n request. There is no verdict on a part.</numerusform>
            <numerusform>Drill stopped after %1 of %n requests. There is no verdict on a part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drill running: %1 of %n request(s) ended. Normal traffic is not touched.</source>
        <translation>
            <numerusform>Drill running: %1 of %n request ended. Normal traffic is not touched.</numerusform>
            <numerusform>Drill running: %1 of %n requests ended. Normal traffic is not touched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::DrillVerdictView</name>
    <message numerus="yes">
        <source>%n not by the first attempt</source>
        <translation>
            <numerusform>%n not by the first attempt</numerusform>
            <numerusform>%n not by the first attempt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) tripped</source>
        <translation>
            <numerusform>%n model tripped</numerusform>
            <numerusform>%n models tripped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not whole</source>
        <translation>
            <numerusform>%n not whole</numerusform>
            <numerusform>%n not whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) unknown</source>
        <translation>
            <numerusform>%n attempt unknown</numerusform>
            <numerusform>%n attempts unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::HeaderStrip</name>
    <message numerus="yes">
        <source>%n request(s) running</source>
        <translation>
            <numerusform>%n request running</numerusform>
            <numerusform>%n requests running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ImportDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) imported.</source>
        <translation>
            <numerusform>%n part imported.</numerusform>
            <numerusform>%n parts imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::KeysModel</name>
    <message numerus="yes">
        <source>%n request(s) in the last 7 days</source>
        <translation>
            <numerusform>%n request in the last 7 days</numerusform>
            <numerusform>%n requests in the last 7 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::LogDetail</name>
    <message numerus="yes">
        <source>The content of this request was not recorded. The next %n request(s) with its key are recorded.</source>
        <translation>
            <numerusform>The content of this request was not recorded. The next request with its key is recorded.</numerusform>
            <numerusform>The content of this request was not recorded. The next %n requests with its key are recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record the Next %n Request(s)…</source>
        <translation>
            <numerusform>Record the Next Request…</numerusform>
            <numerusform>Record the Next %n Requests…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::LogExportDialog</name>
    <message numerus="yes">
        <source>%n request(s) written</source>
        <translation>
            <numerusform>%n request written</numerusform>
            <numerusform>%n requests written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are in %1.</source>
        <translation>
            <numerusform>%n request are in %1.</numerusform>
            <numerusform>%n requests are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::LogFooter</name>
    <message numerus="yes">
        <source>%1 of %Ln request(s)</source>
        <translation>
            <numerusform>%1 of %Ln request</numerusform>
            <numerusform>%1 of %Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation>
            <numerusform>%n pinned</numerusform>
            <numerusform>%n pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more still to come</source>
        <translation>
            <numerusform>%Ln more still to come</numerusform>
            <numerusform>%Ln more still to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is full with %Ln request(s). A narrower filter shows older ones; an export has them all.</source>
        <translation>
            <numerusform>The list is full with %Ln request. A narrower filter shows older ones; an export has them all.</numerusform>
            <numerusform>The list is full with %Ln requests. A narrower filter shows older ones; an export has them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept %n day(s), up to %1</source>
        <translation>
            <numerusform>Kept %n day, up to %1</numerusform>
            <numerusform>Kept %n days, up to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept %n day(s)</source>
        <translation>
            <numerusform>Kept %n day</numerusform>
            <numerusform>Kept %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) deleted.</source>
        <translation>
            <numerusform>%Ln request deleted.</numerusform>
            <numerusform>%Ln requests deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::LogPage</name>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n new ↑</numerusform>
            <numerusform>%n new ↑</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ModelChooser</name>
    <message numerus="yes">
        <source>%n new model(s), not ticked yet</source>
        <translation>
            <numerusform>%n new model, not ticked yet</numerusform>
            <numerusform>%n new models, not ticked yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ModelsPage</name>
    <message numerus="yes">
        <source>%n channel(s) are left out: paused, or marked “do not test automatically”.</source>
        <translation>
            <numerusform>%n channel are left out: paused, or marked “do not test automatically”.</numerusform>
            <numerusform>%n channels are left out: paused, or marked “do not test automatically”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test %n channel(s)?</source>
        <translation>
            <numerusform>Test %n channel?</numerusform>
            <numerusform>Test %n channels?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) work</source>
        <translation>
            <numerusform>%n channel work</numerusform>
            <numerusform>%n channels work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” still has %n channel(s). Delete them first.</source>
        <translation>
            <numerusform>“%1” still has %n channel. Delete them first.</numerusform>
            <numerusform>“%1” still has %n channels. Delete them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n call channel(s)</source>
        <translation>
            <numerusform>%1: %n call channel</numerusform>
            <numerusform>%1: %n call channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::OverviewPage</name>
    <message numerus="yes">
        <source>and %n by a retry</source>
        <translation>
            <numerusform>and %n by a retry</numerusform>
            <numerusform>and %n by a retry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running now</source>
        <translation>
            <numerusform>%n running now</numerusform>
            <numerusform>%n running now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n attempt(s) unknown</source>
        <translation>
            <numerusform>and %n attempt unknown</numerusform>
            <numerusform>and %n attempts unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::PrivacySection</name>
    <message numerus="yes">
        <source>%n request(s) deleted.</source>
        <translation>
            <numerusform>%n request deleted.</numerusform>
            <numerusform>%n requests deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ProvidersModel</name>
    <message numerus="yes">
        <source>%1, %n channel(s), %2</source>
        <translation>
            <numerusform>%1, %n channel, %2</numerusform>
            <numerusform>%1, %n channels, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n model(s) listed</source>
        <translation>
            <numerusform>%1, %n model listed</numerusform>
            <numerusform>%1, %n models listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) in the last 24 hours, %1 answered</source>
        <translation>
            <numerusform>%n call in the last 24 hours, %1 answered</numerusform>
            <numerusform>%n calls in the last 24 hours, %1 answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::RequestActions</name>
    <message numerus="yes">
        <source>The text of the next %n request(s) and answers with this key is stored in the database of this computer, up to 256 KB each: what people write and what models answer. Credentials are not part of it. Then recording ends by itself, and also when this program is quit. Recorded contents are deleted after the days that Settings ▸ Privacy and logs says.</source>
        <translation>
            <numerusform>The text of the next request and answer with this key is stored in the database of this computer, up to 256 KB each: what people write and what models answer. Credentials are not part of it. Then recording ends by itself, and also when this program is quit. Recorded contents are deleted after the days that Settings ▸ Privacy and logs says.</numerusform>
            <numerusform>The text of the next %n requests and answers with this key is stored in the database of this computer, up to 256 KB each: what people write and what models answer. Credentials are not part of it. Then recording ends by itself, and also when this program is quit. Recorded contents are deleted after the days that Settings ▸ Privacy and logs says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record %n Request(s)</source>
        <translation>
            <numerusform>Record %n Request</numerusform>
            <numerusform>Record %n Requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The contents of the next %n request(s) with “%1” are recorded.</source>
        <translation>
            <numerusform>The content of the next request with “%1” is recorded.</numerusform>
            <numerusform>The contents of the next %n requests with “%1” are recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::RescueReport</name>
    <message numerus="yes">
        <source>%n request(s) saved</source>
        <translation>
            <numerusform>%n request saved</numerusform>
            <numerusform>%n requests saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) ended in this time.</source>
        <translation>
            <numerusform>%n request ended in this time.</numerusform>
            <numerusform>%n requests ended in this time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would have failed with the first try alone.</source>
        <translation>
            <numerusform>%n of them would have failed with the first try alone.</numerusform>
            <numerusform>%n of them would have failed with the first try alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n got no whole answer in spite of everything.</source>
        <translation>
            <numerusform>%n got no whole answer in spite of everything.</numerusform>
            <numerusform>%n got no whole answer in spite of everything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What %n attempt(s) used is unknown: nobody reported it.</source>
        <translation>
            <numerusform>What %n attempt used is unknown: nobody reported it.</numerusform>
            <numerusform>What %n attempts used is unknown: nobody reported it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) are recorded and not counted here yet.</source>
        <translation>
            <numerusform>%Ln request is recorded and not counted here yet.</numerusform>
            <numerusform>%Ln requests are recorded and not counted here yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ResetKey</name>
    <message numerus="yes">
        <source>“%1” has a new secret. The old one works for %n more hour(s), as the key “%2”.</source>
        <translation>
            <numerusform>“%1” has a new secret. The old one works for %n more hour, as the key “%2”.</numerusform>
            <numerusform>“%1” has a new secret. The old one works for %n more hours, as the key “%2”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::SecretField</name>
    <message numerus="yes">
        <source>In the clipboard for another %n second(s)</source>
        <translation>
            <numerusform>In the clipboard for another %n second</numerusform>
            <numerusform>In the clipboard for another %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::UsageCosts</name>
    <message numerus="yes">
        <source>%n model(s) without a price are not in it.</source>
        <translation>
            <numerusform>%n model without a price is not in it.</numerusform>
            <numerusform>%n models without a price are not in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::UsageFigures</name>
    <message numerus="yes">
        <source>%1: %2 in all, %n bar(s), highest %3 with %4.</source>
        <translation>
            <numerusform>%1: %2 in all, %n bar, highest %3 with %4.</numerusform>
            <numerusform>%1: %2 in all, %n bars, highest %3 with %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) saved by a retry or a backup.</source>
        <translation>
            <numerusform>%n request saved by a retry or a backup.</numerusform>
            <numerusform>%n requests saved by a retry or a backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) got no whole answer.</source>
        <translation>
            <numerusform>%n request got no whole answer.</numerusform>
            <numerusform>%n requests got no whole answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::UsagePage</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ViewCodeDialog</name>
    <message numerus="yes">
        <source>✓ Received from %1, %n attempt(s), answered by %2</source>
        <translation>
            <numerusform>✓ Received from %1, %n attempt, answered by %2</numerusform>
            <numerusform>✓ Received from %1, %n attempts, answered by %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::Wiring</name>
    <message numerus="yes">
        <source>%n channel(s) tripped</source>
        <translation>
            <numerusform>%n channel tripped</numerusform>
            <numerusform>%n channels tripped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed request(s) in the last hour</source>
        <translation>
            <numerusform>%n failed request in the last hour</numerusform>
            <numerusform>%n failed requests in the last hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::words</name>
    <message numerus="yes">
        <source>%n model(s) × (1 + %1) × %2 = %3</source>
        <translation>
            <numerusform>%n model × (1 + %1) × %2 = %3</numerusform>
            <numerusform>%n models × (1 + %1) × %2 = %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s) did not say what they cost.</source>
        <translation>
            <numerusform>%n failed attempt did not say what they cost.</numerusform>
            <numerusform>%n failed attempts did not say what they cost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your application got an error: %n attempt(s) in %1, and none gave an answer.</source>
        <translation>
            <numerusform>Your application got an error: %n attempt in %1, and none gave an answer.</numerusform>
            <numerusform>Your application got an error: %n attempts in %1, and none gave an answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It needed %n attempt(s) and %1.</source>
        <translation>
            <numerusform>It needed %n attempt and %1.</numerusform>
            <numerusform>It needed %n attempts and %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on this computer is really called: about %n request(s).</source>
        <translation>
            <numerusform>%1 on this computer is really called: about %n request.</numerusform>
            <numerusform>%1 on this computer is really called: about %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is really called where the models before it fail: at most %n request(s) that cost tokens.</source>
        <translation>
            <numerusform>%1 is really called where the models before it fail: at most %n request that cost tokens.</numerusform>
            <numerusform>%1 is really called where the models before it fail: at most %n requests that cost tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is really called: about %n request(s) that cost tokens.</source>
        <translation>
            <numerusform>%1 is really called: about %n request that cost tokens.</numerusform>
            <numerusform>%1 is really called: about %n requests that cost tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n request(s) it was left out while it rested.</source>
        <translation>
            <numerusform>In %n request it was left out while it rested.</numerusform>
            <numerusform>In %n requests it was left out while it rested.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: not as expected. Played was “%2”, and %n attempt(s) ended otherwise: %3.</source>
        <translation>
            <numerusform>%1: not as expected. Played was “%2”, and %n attempt ended otherwise: %3.</numerusform>
            <numerusform>%1: not as expected. Played was “%2”, and %n attempts ended otherwise: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: answered %n time(s), as expected.</source>
        <translation>
            <numerusform>%1: answered %n time, as expected.</numerusform>
            <numerusform>%1: answered %n times, as expected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not as expected: %1 of %n request(s) ended otherwise than this chain promises.</source>
        <translation>
            <numerusform>Not as expected: %1 of %n request ended otherwise than this chain promises.</numerusform>
            <numerusform>Not as expected: %1 of %n requests ended otherwise than this chain promises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed: your application got a whole answer to each of %n request(s).</source>
        <translation>
            <numerusform>Passed: your application got a whole answer to each of %n request.</numerusform>
            <numerusform>Passed: your application got a whole answer to each of %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As expected: %1 of %n request(s) got a whole answer, the others broke off in mid-stream.</source>
        <translation>
            <numerusform>As expected: %1 of %n request got a whole answer, the others broke off in mid-stream.</numerusform>
            <numerusform>As expected: %1 of %n requests got a whole answer, the others broke off in mid-stream.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As expected: %1 of %n request(s) got a whole answer, the others an error.</source>
        <translation>
            <numerusform>As expected: %1 of %n request got a whole answer, the others an error.</numerusform>
            <numerusform>As expected: %1 of %n requests got a whole answer, the others an error.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: played “%2”, and %n attempt(s) ended as expected (%3).</source>
        <translation>
            <numerusform>%1: played “%2”, and %n attempt ended as expected (%3).</numerusform>
            <numerusform>%1: played “%2”, and %n attempts ended as expected (%3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n request(s), %2 at a time · %3</source>
        <comment>when, how many, how many at once, how</comment>
        <translation>
            <numerusform>%1 · %n request, %2 at a time · %3</numerusform>
            <numerusform>%1 · %n requests, %2 at a time · %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) recorded, not counted here yet</source>
        <translation>
            <numerusform>%Ln request recorded, not counted here yet</numerusform>
            <numerusform>%Ln requests recorded, not counted here yet</numerusform>
        </translation>
    </message>
</context>
</TS>
