<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Member</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Trusted host names</source>
        <translation>受信任的主机名</translation>
    </message>
    <message>
        <source>Allowed web origins</source>
        <translation>允许的网页来源</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>最大请求</translation>
    </message>
    <message>
        <source>Memory for running requests</source>
        <translation>进行中请求可用的内存</translation>
    </message>
    <message>
        <source>Largest header</source>
        <translation>最大请求头</translation>
    </message>
    <message>
        <source>Longest address</source>
        <translation>最长地址</translation>
    </message>
    <message>
        <source>Time for the header</source>
        <translation>接收请求头的时限</translation>
    </message>
    <message>
        <source>Silence within a request</source>
        <translation>请求中断流时限</translation>
    </message>
    <message>
        <source>Idle connections</source>
        <translation>空闲连接</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接数</translation>
    </message>
    <message>
        <source>Time to finish when stopping</source>
        <translation>停止时的收尾时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>接口方言</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Types of models</source>
        <translation>模型类型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>模型提供商</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Test automatically</source>
        <translation>自动测试</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation>代理的用户</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>附加请求头</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>并发调用数</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens a day</source>
        <translation>每天 token 数</translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation>每月 token 数</translation>
    </message>
    <message>
        <source>Allowed client addresses</source>
        <translation>允许的客户端地址</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>Free tokens</source>
        <translation>免费 token</translation>
    </message>
    <message>
        <source>Call order</source>
        <translation>调用顺序</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation>请求超时</translation>
    </message>
    <message>
        <source>Wait for the first output</source>
        <translation>等待首个输出</translation>
    </message>
    <message>
        <source>Longest silence in a stream</source>
        <translation>流中最长静默</translation>
    </message>
    <message>
        <source>Whole request at most</source>
        <translation>整个请求上限</translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation>等待连接</translation>
    </message>
    <message>
        <source>Pause before a retry</source>
        <translation>重试前停顿</translation>
    </message>
    <message>
        <source>Longest Retry-After to respect</source>
        <translation>遵守 Retry-After 的上限</translation>
    </message>
    <message>
        <source>Move on after an empty answer</source>
        <translation>空回答后换下一个模型</translation>
    </message>
    <message>
        <source>Also move on after</source>
        <translation>以下情况也换下一个模型</translation>
    </message>
    <message>
        <source>Record contents</source>
        <translation>记录内容</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Cache duration</source>
        <translation>缓存时长</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>熔断</translation>
    </message>
    <message>
        <source>Failures until it trips</source>
        <translation>熔断前的失败次数</translation>
    </message>
    <message>
        <source>First suspension</source>
        <translation>首次熔断时长</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>The data cannot be opened</source>
        <translation>无法打开数据</translation>
    </message>
    <message>
        <source>Understudy cannot read its settings, keys and records, so the gateway does not run.</source>
        <translation>Understudy 读不到设置、密钥和记录，因此网关没有运行。</translation>
    </message>
    <message>
        <source>Give yourself the right to read and write %1, then retry.</source>
        <translation>请让当前用户可以读写 %1，然后重试。</translation>
    </message>
    <message>
        <source>Mend what is named below, then retry. A copy from before the last update may lie in %1 as understudy.db.before-…; put it in the place of understudy.db to go back to it.</source>
        <translation>请按下面的说明修复，然后重试。%1 中可能有上次升级前的备份 understudy.db.before-…，用它替换 understudy.db 即可退回。</translation>
    </message>
    <message>
        <source>Mend what is named below, then retry.</source>
        <translation>请按下面的说明修复，然后重试。</translation>
    </message>
    <message>
        <source>Port %1 is in use</source>
        <translation>端口 %1 已被占用</translation>
    </message>
    <message>
        <source>Another program already listens there, so the gateway could not start.</source>
        <translation>另一个程序正在使用这个端口，网关无法启动。</translation>
    </message>
    <message>
        <source>Close that program and retry, or let the gateway use the next free port; your applications then need the new address.</source>
        <translation>请关闭那个程序后重试，或让网关改用下一个空闲端口；之后应用程序需要使用新地址。</translation>
    </message>
    <message>
        <source>The gateway could not start</source>
        <translation>网关无法启动</translation>
    </message>
    <message>
        <source>It cannot listen on %1.</source>
        <translation>无法监听 %1。</translation>
    </message>
    <message>
        <source>Check the address in the settings of the gateway, then retry.</source>
        <translation>请检查网关设置中的地址，然后重试。</translation>
    </message>
    <message>
        <source>Your secrets are locked</source>
        <translation>密钥已锁定</translation>
    </message>
    <message>
        <source>They are encrypted with your passphrase, which is kept nowhere. Channels with a stored credential cannot be called until then.</source>
        <translation>它们用你的口令加密，口令不保存在任何地方。解锁之前，无法使用保存了凭证的渠道。</translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>Their master key is in the system keyring, which does not give it out.</source>
        <translation>主密钥保存在系统密钥环中，但密钥环没有给出。</translation>
    </message>
    <message>
        <source>The file with their master key (master.key) is missing, damaged, or readable by others.</source>
        <translation>主密钥文件（master.key）缺失、损坏，或可被其他用户读取。</translation>
    </message>
    <message>
        <source>Put the file back into the data folder, readable only by you, then unlock. Without it, enter the credentials anew.</source>
        <translation>请把该文件放回数据目录，并设为仅自己可读，然后解锁。没有它就只能重新输入凭证。</translation>
    </message>
    <message>
        <source>The database is read-only</source>
        <translation>数据库只读</translation>
    </message>
    <message>
        <source>The file, its folder or the disk does not let Understudy write. The gateway goes on with what it knows; changes and records are not saved.</source>
        <translation>文件、所在目录或磁盘不允许写入。网关按已知的配置继续工作，但更改和记录不会保存。</translation>
    </message>
    <message>
        <source>Make %1 writable for you, then start Understudy again.</source>
        <translation>请让 %1 可写，然后重新启动 Understudy。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Requests cannot be recorded now</source>
        <translation>暂时无法记录请求</translation>
    </message>
    <message numerus="yes">
        <source>Requests are answered as usual; %n request(s) kept in memory to be recorded later.</source>
        <translation>
            <numerusform>请求照常应答；%n 个请求暂存在内存中，稍后记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) had to be dropped.</source>
        <translation>
            <numerusform>有 %n 条记录已丢弃。</numerusform>
        </translation>
    </message>
    <message>
        <source>Free some space on the disk of the data folder; recording goes on by itself.</source>
        <translation>请在数据目录所在磁盘上腾出空间，之后会自动继续记录。</translation>
    </message>
    <message>
        <source>Check that the database can be reached and written; recording goes on by itself.</source>
        <translation>请检查数据库是否可以连接和写入，之后会自动继续记录。</translation>
    </message>
    <message>
        <source>Attached to a gateway that already runs</source>
        <translation>已连接到正在运行的网关</translation>
    </message>
    <message>
        <source>Process %1 runs the gateway on the same data.</source>
        <translation>进程 %1 正在用同一份数据运行网关。</translation>
    </message>
    <message>
        <source>Another process runs the gateway on the same data.</source>
        <translation>另一个进程正在用同一份数据运行网关。</translation>
    </message>
    <message>
        <source>You can see and change everything here; start and stop it there.</source>
        <translation>这里可以查看和更改一切；启动和停止请在那边进行。</translation>
    </message>
    <message>
        <source>Reachable from the network</source>
        <translation>可从网络访问</translation>
    </message>
    <message>
        <source>Every device that reaches this computer can call the gateway at %1; only your gateway access keys protect it.</source>
        <translation>能访问本机的设备都可以通过 %1 调用网关，只有网关访问密钥保护它。</translation>
    </message>
    <message>
        <source>Use Next Free Port</source>
        <translation>使用下一个空闲端口</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Open Data Folder</source>
        <translation>打开数据目录</translation>
    </message>
    <message>
        <source>Gateway Settings</source>
        <translation>网关设置</translation>
    </message>
    <message>
        <source>Secrets Settings</source>
        <translation>密钥保护设置</translation>
    </message>
    <message>
        <source>The keyring is locked, or has no such entry. Unlock it (your desktop&apos;s password manager does that), allow Understudy to use it, then try again.</source>
        <translation>密钥环已锁定，或其中没有这一项。请用桌面的密码管理器解锁，允许 Understudy 使用，然后重试。</translation>
    </message>
    <message>
        <source>There is no keyring in this session. Log in to a desktop that has one, such as GNOME or KDE, then try again.</source>
        <translation>当前会话没有密钥环。请登录带密钥环的桌面（如 GNOME 或 KDE），然后重试。</translation>
    </message>
    <message>
        <source>The library of the system keyring is missing. Install the package libsecret-1-0 and a keyring such as gnome-keyring, then try again.</source>
        <translation>缺少系统密钥环的库。请安装软件包 libsecret-1-0 和一个密钥环（如 gnome-keyring），然后重试。</translation>
    </message>
    <message>
        <source>The keyring did not answer within 5 seconds. Look whether it waits for its password in another window, then try again.</source>
        <translation>密钥环 5 秒内没有响应。请看看它是否在另一个窗口等待输入密码，然后重试。</translation>
    </message>
    <message>
        <source>No provider is blamed for it, and no channel is suspended.</source>
        <translation>这不归咎于任何提供商，也不会熔断任何渠道。</translation>
    </message>
    <message>
        <source>This computer seems to be offline since %1</source>
        <translation>本机自 %1 起似乎已断网</translation>
    </message>
    <message>
        <source>Check its network connection. Requests reach the providers again as soon as it is back.</source>
        <translation>请检查网络连接。网络恢复后，请求会立即重新发往提供商。</translation>
    </message>
    <message>
        <source>This network seems to want a login (since %1)</source>
        <translation>当前网络似乎需要登录（自 %1 起）</translation>
    </message>
    <message>
        <source>Open a web page in your browser and log in to the network.</source>
        <translation>请在浏览器中打开任意网页，登录该网络。</translation>
    </message>
    <message>
        <source>The system&apos;s proxy has changed, and providers cannot be reached (since %1)</source>
        <translation>系统代理已更改，无法连接提供商（自 %1 起）</translation>
    </message>
    <message>
        <source>Check the proxy in the settings of your system, or set one for the channels.</source>
        <translation>请检查系统设置中的代理，或为调用渠道单独设置代理。</translation>
    </message>
    <message>
        <source>This computer woke up at %1 and its network is not back yet</source>
        <translation>本机于 %1 唤醒，网络尚未恢复</translation>
    </message>
    <message>
        <source>There is nothing to do: wait a moment.</source>
        <translation>无需操作，请稍候。</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>Channel “%1” is tripped</source>
        <translation>渠道“%1”已熔断</translation>
    </message>
    <message>
        <source>The provider refuses its credential or has no balance left. Backups answer where there are any; look at the channel.</source>
        <translation>提供商拒绝其凭证，或余额不足。有备模型的请求由备模型作答；请查看该渠道。</translation>
    </message>
    <message>
        <source>Its calls fail or are limited by the provider. Backups answer where there are any; it is tried again by itself.</source>
        <translation>对它的调用失败，或被提供商限流。有备模型的请求由备模型作答；稍后会自动再试。</translation>
    </message>
    <message numerus="yes">
        <source>It changed its state %n time(s) in the last minutes.</source>
        <translation>
            <numerusform>最近几分钟内状态变化了 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Channel “%1” works again</source>
        <translation>渠道“%1”已恢复</translation>
    </message>
    <message>
        <source>A call through it succeeded. Requests go through it as before.</source>
        <translation>经过它的调用已成功，请求照常经过该渠道。</translation>
    </message>
    <message numerus="yes">
        <source>Key “%1”: %n more request(s) failed</source>
        <translation>
            <numerusform>密钥“%1”：又有 %n 个请求失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Key “%1”: no model answered</source>
        <translation>密钥“%1”：没有模型作答</translation>
    </message>
    <message>
        <source>Every model of its chain that could be called failed. The request log says why.</source>
        <translation>调用顺序中能够调用的模型都失败了。请求日志说明了原因。</translation>
    </message>
    <message>
        <source>The gateway does not run</source>
        <translation>网关未运行</translation>
    </message>
    <message>
        <source>Clients get no answer. Open Understudy to see why.</source>
        <translation>客户端得不到回答。打开 Understudy 查看原因。</translation>
    </message>
    <message>
        <source>The request log cannot be written</source>
        <translation>请求日志无法写入</translation>
    </message>
    <message>
        <source>Requests are still answered; their rows are kept in memory until the database can be written again. Check the disk.</source>
        <translation>请求照常得到回答；日志行保存在内存中，直到数据库可以写入。请检查磁盘。</translation>
    </message>
    <message>
        <source>The request log is written again</source>
        <translation>请求日志已恢复写入</translation>
    </message>
    <message>
        <source>What was kept in memory is being written.</source>
        <translation>正在写入内存中保存的日志行。</translation>
    </message>
    <message>
        <source>Channel “%1”: a limit is used up</source>
        <translation>渠道“%1”：限额已用完</translation>
    </message>
    <message>
        <source>Channel “%1”: %2 % of a limit is used</source>
        <translation>渠道“%1”：限额已用 %2%</translation>
    </message>
    <message>
        <source>%1. The channel is skipped until it is free again; backups answer where there are any.</source>
        <translation>%1。在额度恢复之前会跳过该渠道；有备用模型时由备用模型响应。</translation>
    </message>
    <message>
        <source>%1. The channel is skipped once it is used up; backups answer where there are any.</source>
        <translation>%1。用完后将跳过该渠道；有备用模型时由备用模型响应。</translation>
    </message>
    <message>
        <source>Key “%1”: a limit is used up</source>
        <translation>密钥“%1”：限额已用完</translation>
    </message>
    <message>
        <source>Key “%1”: %2 % of a limit is used</source>
        <translation>密钥“%1”：限额已用 %2%</translation>
    </message>
    <message>
        <source>%1. The built-in models of its call order are skipped from now on.</source>
        <translation>%1。此后将跳过调用顺序中的内置模型。</translation>
    </message>
    <message>
        <source>%1. Its requests are refused until it is free again; raise the limit if they should go on.</source>
        <translation>%1。在额度恢复之前，它的请求会被拒绝；如需继续，请提高限额。</translation>
    </message>
    <message>
        <source>%1. The built-in models of its call order are skipped once they are used up.</source>
        <translation>%1。用完后将跳过调用顺序中的内置模型。</translation>
    </message>
    <message>
        <source>%1. Requests with this key are refused once it is used up.</source>
        <translation>%1。用完后，使用该密钥的请求将被拒绝。</translation>
    </message>
</context>
<context>
    <name>PaletteEntries</name>
    <message>
        <source>Gateway access key</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>View key %1</source>
        <translation>查看密钥 %1</translation>
    </message>
    <message>
        <source>View code of %1</source>
        <translation>查看代码 %1</translation>
    </message>
    <message>
        <source>Edit key %1</source>
        <translation>编辑密钥 %1</translation>
    </message>
    <message>
        <source>Call channel</source>
        <translation>调用渠道</translation>
    </message>
    <message>
        <source>Test channel %1</source>
        <translation>测试渠道 %1</translation>
    </message>
    <message>
        <source>Edit channel %1</source>
        <translation>编辑渠道 %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Drill key %1</source>
        <translation>演练密钥 %1</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>TrayPicture</name>
    <message>
        <source>Port %1 is in use</source>
        <translation>端口 %1 已被占用</translation>
    </message>
    <message>
        <source>Gateway could not start</source>
        <translation>网关无法启动</translation>
    </message>
    <message>
        <source>Gateway locked · unlock it to answer requests</source>
        <translation>网关已锁定 · 解锁后才能处理请求</translation>
    </message>
    <message>
        <source>Gateway running · the request log cannot be written</source>
        <translation>网关运行中 · 请求日志无法写入</translation>
    </message>
    <message>
        <source>Gateway running in another process</source>
        <translation>网关在另一个进程中运行</translation>
    </message>
    <message>
        <source>Gateway running</source>
        <translation>网关运行中</translation>
    </message>
    <message>
        <source>Opening the data</source>
        <translation>正在打开数据</translation>
    </message>
    <message>
        <source>The data cannot be opened</source>
        <translation>无法打开数据</translation>
    </message>
    <message>
        <source>Gateway stopped</source>
        <translation>网关已停止</translation>
    </message>
    <message>
        <source>Gateway starting</source>
        <translation>网关正在启动</translation>
    </message>
    <message numerus="yes">
        <source>Gateway stopping · %n request(s) still running</source>
        <translation>
            <numerusform>网关正在停止 · 还有 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Gateway stopping</source>
        <translation>网关正在停止</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 channels healthy</source>
        <translation>%1 · %3 个渠道中 %2 个正常</translation>
    </message>
    <message>
        <source>Stop Gateway</source>
        <translation>停止网关</translation>
    </message>
    <message>
        <source>Start Gateway</source>
        <translation>启动网关</translation>
    </message>
</context>
<context>
    <name>understudy::AboutDialog</name>
    <message>
        <source>About Understudy</source>
        <translation>关于 Understudy</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · %3</source>
        <translation>版本 %1 · Qt %2 · %3</translation>
    </message>
    <message>
        <source>Keeps an application answering when a model provider fails. It stays on this computer: no account, no telemetry.</source>
        <translation>模型提供商出故障时，让应用继续得到回答。数据留在本机：无需账号，没有遥测。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later (https://www.gnu.org/licenses/gpl-3.0.html). It comes with no warranty.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本（https://www.gnu.org/licenses/gpl-3.0.html），不提供任何担保。</translation>
    </message>
    <message>
        <source>Made with Qt (Charts and HTTP Server: GPL-3; the rest: LGPL-3), libsodium (ISC), QtKeychain (BSD) and SQLite (public domain). The names of providers and models belong to their owners.</source>
        <translation>使用 Qt（Charts 与 HTTP Server：GPL-3；其余：LGPL-3）、libsodium（ISC）、QtKeychain（BSD）和 SQLite（公有领域）。提供商和模型的名称归其所有者所有。</translation>
    </message>
    <message>
        <source>Copy Version</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>understudy::AboutSection</name>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · %3</source>
        <translation>版本 %1 · Qt %2 · %3</translation>
    </message>
    <message>
        <source>Keeps an application answering when a model provider fails. Everything stays on this computer.</source>
        <translation>模型提供商出故障时，让应用仍能得到回答。一切都留在本机。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>Show the GNU General Public License</source>
        <translation>显示 GNU 通用公共许可证</translation>
    </message>
    <message>
        <source>Hide the GNU General Public License</source>
        <translation>隐藏 GNU 通用公共许可证</translation>
    </message>
    <message>
        <source>The GNU General Public License, version 3</source>
        <translation>GNU 通用公共许可证第 3 版</translation>
    </message>
    <message>
        <source>Made with:</source>
        <translation>使用了：</translation>
    </message>
    <message>
        <source>• Qt Core, Gui, Widgets, Network, Sql: LGPL-3 or GPL-2 and later; used as shared libraries</source>
        <translation>• Qt Core、Gui、Widgets、Network、Sql：LGPL-3 或 GPL-2 及更高版本，以共享库方式使用</translation>
    </message>
    <message>
        <source>• Qt Charts and Qt HTTP Server: GPL-3</source>
        <translation>• Qt Charts 和 Qt HTTP Server：GPL-3</translation>
    </message>
    <message>
        <source>• QtKeychain: BSD, 3 clauses</source>
        <translation>• QtKeychain：BSD 三条款</translation>
    </message>
    <message>
        <source>• libsodium: ISC</source>
        <translation>• libsodium：ISC</translation>
    </message>
    <message>
        <source>• SQLite, in Qt&apos;s driver: public domain</source>
        <translation>• SQLite（Qt 驱动内置）：公有领域</translation>
    </message>
    <message>
        <source>The names of providers and models belong to their owners.</source>
        <translation>提供商和模型的名称归各自所有者所有。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>version, licence, GPL, LGPL, Qt</source>
        <translation>版本 许可证 GPL LGPL Qt</translation>
    </message>
</context>
<context>
    <name>understudy::Actions</name>
    <message>
        <source>Command Palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>New on This Page…</source>
        <translation>在此页新建…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Undo Last Deletion</source>
        <translation>撤销上次删除</translation>
    </message>
    <message>
        <source>Copy Base URL</source>
        <translation>复制接口地址</translation>
    </message>
    <message>
        <source>Start Gateway</source>
        <translation>启动网关</translation>
    </message>
    <message>
        <source>See a Failover</source>
        <translation>看一次故障转移</translation>
    </message>
    <message>
        <source>Remove the Demo</source>
        <translation>移除演示</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Collapse Navigation</source>
        <translation>收起导航</translation>
    </message>
    <message>
        <source>Help for This Page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Understudy</source>
        <translation>关于 Understudy</translation>
    </message>
    <message>
        <source>Close Window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Light Theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark Theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Theme of the System</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <source>Go To</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>View</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Stop Gateway</source>
        <translation>停止网关</translation>
    </message>
    <message>
        <source>Rescue Report</source>
        <translation>容灾成效报告</translation>
    </message>
</context>
<context>
    <name>understudy::AttemptModel</name>
    <message>
        <source>Attempt %1: %2</source>
        <translation>第 %1 次尝试：%2</translation>
    </message>
    <message>
        <source>Attempt %1: %2 (%3) is being called.</source>
        <translation>第 %1 次尝试：正在调用 %2（%3）。</translation>
    </message>
    <message>
        <source>Output comes</source>
        <translation>正在输出</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Waiting for output</source>
        <translation>等待输出</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>understudy::AttemptTable</name>
    <message>
        <source>Not called</source>
        <translation>未调用</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首字</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>understudy::BuiltInModelsModel</name>
    <message>
        <source>Fails on purpose</source>
        <translation>故意失败</translation>
    </message>
    <message>
        <source>Answers every request with an error, to watch a failover</source>
        <translation>对每个请求都返回错误，用来观察故障转移</translation>
    </message>
    <message>
        <source>Inside this program</source>
        <translation>本程序内</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1，%2，%3，%4</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
</context>
<context>
    <name>understudy::BuiltInModelsPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>Free tokens used, %n key(s)</source>
        <translation>
            <numerusform>已用免费 tokens，%n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Most of all: %1</source>
        <translation>用得最多：%1</translation>
    </message>
    <message>
        <source>No key needed. The simulated models run inside this program and cost nothing; models of runtimes on this computer (Ollama, LM Studio, llama.cpp, vLLM) appear by themselves while those run.</source>
        <translation>无需 API Key。模拟模型在本程序内运行，不产生费用；本机运行的 Ollama、LM Studio、llama.cpp、vLLM 中的模型会自动出现。</translation>
    </message>
    <message>
        <source>Create Gateway Access Key</source>
        <translation>创建网关访问密钥</translation>
    </message>
    <message>
        <source>Built-in models</source>
        <translation>平台预置模型</translation>
    </message>
</context>
<context>
    <name>understudy::CandidateFacts</name>
    <message>
        <source>no longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>fails on purpose</source>
        <translation>故意失败</translation>
    </message>
</context>
<context>
    <name>understudy::CandidatesModel</name>
    <message>
        <source>%1 through %2</source>
        <translation>%1，经由 %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4, %5</source>
        <translation>%1，%2，%3，%4，%5</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>未选择</translation>
    </message>
</context>
<context>
    <name>understudy::ChainEditor</name>
    <message>
        <source>groups do not stand in for each other</source>
        <translation>各组之间互不替补</translation>
    </message>
    <message>
        <source>%1 moved to position %2 of %3</source>
        <translation>%1 已移到第 %2 位，共 %3 个</translation>
    </message>
    <message>
        <source>Call order</source>
        <translation>调用顺序</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Moves the model up (Alt+Up)</source>
        <translation>上移模型（Alt+上）</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Moves the model down (Alt+Down)</source>
        <translation>下移模型（Alt+下）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Takes the model out of the key (Del)</source>
        <translation>从密钥中移除模型（Del）</translation>
    </message>
    <message>
        <source>Order by Size, Large to Small</source>
        <translation>按规模从大到小排序</translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>The models stand in this order already</source>
        <translation>模型已按此顺序排列</translation>
    </message>
    <message>
        <source>%1 removed from the call order</source>
        <translation>已从调用顺序中移除 %1</translation>
    </message>
    <message>
        <source>Ordered by size, large to small</source>
        <translation>已按规模从大到小排序</translation>
    </message>
    <message>
        <source>Make Primary</source>
        <translation>设为主模型</translation>
    </message>
</context>
<context>
    <name>understudy::ChainModel</name>
    <message>
        <source>%1 through %2</source>
        <translation>%1，经由 %2</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4, %5; position %6 of %7</source>
        <translation>%1：%2，%3，%4，%5；第 %6 位，共 %7 个</translation>
    </message>
</context>
<context>
    <name>understudy::ChannelAdvanced</name>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>System&apos;s</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>指定地址</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Extra headers (values are kept encrypted)</source>
        <translation>附加请求头（值加密保存）</translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation>并发调用数</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation>每月 token 数</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Do not test automatically</source>
        <translation>不自动测试</translation>
    </message>
    <message>
        <source>“Test All” leaves this channel out</source>
        <translation>“测试全部”会跳过此调用渠道</translation>
    </message>
</context>
<context>
    <name>understudy::ChannelDialog</name>
    <message>
        <source>Another address than the preset one; it then holds for all channels of %1.</source>
        <translation>与预设地址不同；保存后对 %1 的所有调用渠道生效。</translation>
    </message>
    <message>
        <source>Channel “%1” saved</source>
        <translation>调用渠道“%1”已保存</translation>
    </message>
    <message>
        <source>Channel “%1” created</source>
        <translation>调用渠道“%1”已创建</translation>
    </message>
    <message>
        <source>Create Gateway Access Key</source>
        <translation>创建网关访问密钥</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>放弃修改？</translation>
    </message>
    <message>
        <source>Discard the new channel?</source>
        <translation>放弃新建的调用渠道？</translation>
    </message>
    <message>
        <source>What you entered here is not saved yet.</source>
        <translation>您输入的内容尚未保存。</translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Nothing recognised. Copy a curl command, an .env block, a base URL or a key, and paste again.</source>
        <translation>没有识别到内容。请复制 curl 命令、.env 片段、接口地址或 API Key 后再粘贴。</translation>
    </message>
    <message>
        <source>This is a gateway key of this program, not a provider key. Paste what the provider&apos;s console gave you.</source>
        <translation>这是本程序的网关访问密钥，不是提供商的 API Key。请粘贴提供商控制台给出的内容。</translation>
    </message>
    <message>
        <source>a provider of your own, %1</source>
        <translation>自定义提供商 %1</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>API Key %1</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>已识别：%1</translation>
    </message>
    <message>
        <source>Cancel Test</source>
        <translation>取消测试</translation>
    </message>
    <message>
        <source>Test Connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Testing with the values of the form…</source>
        <translation>正在用表单中的内容测试…</translation>
    </message>
    <message>
        <source>Not tested. You can save without a test.</source>
        <translation>尚未测试。不测试也可以保存。</translation>
    </message>
    <message>
        <source>✓ Works, %1, tested %2</source>
        <translation>✓ 可用，%1（%2测试）</translation>
    </message>
    <message>
        <source>✕ Failed at: %1, tested %2</source>
        <translation>✕ 失败于：%1（%2测试）</translation>
    </message>
    <message>
        <source>The form has changed since.</source>
        <translation>此后表单已改动。</translation>
    </message>
    <message>
        <source>Edit call channel “%1”</source>
        <translation>编辑调用渠道“%1”</translation>
    </message>
    <message>
        <source>Create call channel</source>
        <translation>创建调用渠道</translation>
    </message>
    <message>
        <source>Have a curl command, an .env block, a base URL or a key? Copy it and paste it here: the fields fill themselves.</source>
        <translation>有 curl 命令、.env 片段、接口地址或 API Key？复制后粘贴到这里，各项会自动填好。</translation>
    </message>
    <message>
        <source>Paste Anything</source>
        <translation>智能粘贴</translation>
    </message>
    <message>
        <source>Fills the fields from the clipboard; nothing is run or sent</source>
        <translation>用剪贴板内容填写各项；不会运行或发送任何内容</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>模型提供商</translation>
    </message>
    <message>
        <source>Channel name</source>
        <translation>渠道名称</translation>
    </message>
    <message>
        <source>Name of the provider</source>
        <translation>提供商名称</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API Key</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Models that this channel opens</source>
        <translation>此调用渠道开放的模型</translation>
    </message>
    <message>
        <source>Another provider (your own) …</source>
        <translation>其他提供商（自定义）…</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>Ask for one token (costs a little)</source>
        <translation>请求一个 token（有少量费用）</translation>
    </message>
    <message>
        <source>Tests with what the form holds now (Ctrl+T)</source>
        <translation>用表单当前内容测试（Ctrl+T）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Create Channel</source>
        <translation>创建调用渠道</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>understudy::ChannelsModel</name>
    <message>
        <source>key locked</source>
        <translation>API Key 已锁定</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无 API Key</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>超时未回答</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Last error: %1, %2</source>
        <translation>最近错误：%1，%2</translation>
    </message>
    <message>
        <source>Last error: %1, %2 (“%3”)</source>
        <translation>最近错误：%1，%2（“%3”）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No gateway access key uses this channel yet.</source>
        <translation>还没有网关访问密钥使用此调用渠道。</translation>
    </message>
    <message>
        <source>Used by: %1</source>
        <translation>使用者：%1</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>无调用</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 次调用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1，失败 %2 次</translation>
    </message>
    <message>
        <source>%1, %2, last test: %3, today: %4</source>
        <translation>%1，%2，最近测试：%3，今天：%4</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>调用渠道</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>最近测试</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>understudy::ChannelsPanel</name>
    <message>
        <source>Connection test of “%1”</source>
        <translation>“%1”的连接测试</translation>
    </message>
    <message>
        <source>Channel “%1” is in use again</source>
        <translation>调用渠道“%1”已恢复使用</translation>
    </message>
    <message>
        <source>Channel “%1” is paused; chains skip it</source>
        <translation>调用渠道“%1”已暂停，调用顺序会跳过它</translation>
    </message>
    <message>
        <source>Duplicated as “%1”</source>
        <translation>已复制为“%1”</translation>
    </message>
    <message>
        <source>The circuit breakers of “%1” are reset; the next request may call it</source>
        <translation>“%1”的熔断已重置，下一个请求即可调用它</translation>
    </message>
    <message>
        <source>%1: %2 becomes %3</source>
        <translation>%1：%2 变为 %3</translation>
    </message>
    <message>
        <source>“%1” cannot be deleted: %2 would have no model left. Give the key another model first, or pause the channel.</source>
        <translation>无法删除“%1”：%2 将没有可用模型。请先为该密钥添加其他模型，或暂停此调用渠道。</translation>
    </message>
    <message>
        <source>Edit Key</source>
        <translation>编辑密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) call “%1”. After deleting it: %2.</source>
        <translation>
            <numerusform>%n 个密钥正在使用“%1”。删除后：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete Channel</source>
        <translation>删除调用渠道</translation>
    </message>
    <message>
        <source>Channel “%1” deleted</source>
        <translation>调用渠道“%1”已删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Reset Circuit Breaker</source>
        <translation>重置熔断</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Back to all providers (Escape)</source>
        <translation>返回全部提供商（Esc）</translation>
    </message>
    <message>
        <source>Back to all providers</source>
        <translation>返回全部提供商</translation>
    </message>
    <message>
        <source>Edit Provider</source>
        <translation>编辑提供商</translation>
    </message>
    <message>
        <source>Create Call Channel</source>
        <translation>创建调用渠道</translation>
    </message>
    <message>
        <source>Call channels</source>
        <translation>调用渠道</translation>
    </message>
    <message>
        <source>Close the test</source>
        <translation>关闭测试</translation>
    </message>
    <message>
        <source>No call channel yet</source>
        <translation>还没有调用渠道</translation>
    </message>
    <message>
        <source>A channel holds your key for %1 and the models that it opens.</source>
        <translation>调用渠道保存您在 %1 的 API Key 以及它开放的模型。</translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation>限额：%1</translation>
    </message>
</context>
<context>
    <name>understudy::ChartCard</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the chart (T)</source>
        <translation>显示图表（T）</translation>
    </message>
    <message>
        <source>Show the same figures as a table (T)</source>
        <translation>用表格显示同样的数字（T）</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>将图表复制为图片</translation>
    </message>
    <message>
        <source>Show these requests</source>
        <translation>查看这些请求</translation>
    </message>
</context>
<context>
    <name>understudy::ClearLog</name>
    <message>
        <source>Clear the request log?</source>
        <translation>清空请求日志？</translation>
    </message>
    <message>
        <source>Every request that is in the log now is deleted, with recorded contents. Usage statistics, free tokens and limits stay. This cannot be undone.</source>
        <translation>日志中现有的全部请求及其已记录的内容都会删除。用量统计、免费 tokens 和限额保留。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Clear the Log</source>
        <translation>清空日志</translation>
    </message>
</context>
<context>
    <name>understudy::ClosePolicy</name>
    <message>
        <source>Keep the gateway running without a window?</source>
        <translation>关闭窗口后让网关继续运行吗？</translation>
    </message>
    <message>
        <source>Understudy stays in the tray and goes on answering your applications.</source>
        <translation>Understudy 将留在托盘中，继续为您的应用作答。</translation>
    </message>
    <message>
        <source>Understudy keeps serving without a window; start it again to see it.</source>
        <translation>Understudy 将在没有窗口的情况下继续服务；再次启动即可看到窗口。</translation>
    </message>
    <message>
        <source>It asks this once; Settings can change it.</source>
        <translation>只询问这一次；可在设置中更改。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Stay in the Tray</source>
        <translation>留在托盘中</translation>
    </message>
    <message>
        <source>Keep Serving</source>
        <translation>继续服务</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) still running</source>
        <translation>
            <numerusform>还有 %n 个请求正在进行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait and Quit takes no new requests and lets these finish, for at most %n second(s). Quit Now cuts them off.</source>
        <translation>
            <numerusform>“等待并退出”不再接受新请求，让这些请求完成，最多等待 %n 秒。“立即退出”会中断它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait and Quit</source>
        <translation>等待并退出</translation>
    </message>
    <message>
        <source>Quit Now</source>
        <translation>立即退出</translation>
    </message>
</context>
<context>
    <name>understudy::CodePanel</name>
    <message>
        <source>Language of the code</source>
        <translation>代码语言</translation>
    </message>
    <message>
        <source>Use in…</source>
        <translation>用于…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy With Key</source>
        <translation>复制（含密钥）</translation>
    </message>
    <message>
        <source>The text with the gateway key filled in. The clipboard forgets it after 30 seconds.</source>
        <translation>已填入网关访问密钥的代码。30 秒后从剪贴板清除。</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Copied. Set OPENAI_API_KEY before you run it.</source>
        <translation>已复制。运行前请设置 OPENAI_API_KEY。</translation>
    </message>
    <message>
        <source>Copied. The clipboard forgets it after 30 seconds.</source>
        <translation>已复制。30 秒后从剪贴板清除。</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>保存代码</translation>
    </message>
    <message>
        <source>Saved as %1, without the key.</source>
        <translation>已保存为 %1，不含密钥。</translation>
    </message>
    <message>
        <source>Could not write %1: %2. Choose another folder.</source>
        <translation>无法写入 %1：%2。请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>understudy::CommandPalette</name>
    <message>
        <source>Search commands, keys, channels and settings</source>
        <translation>搜索命令、密钥、渠道和设置</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令列表</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>没有名为“%1”的内容。</translation>
    </message>
</context>
<context>
    <name>understudy::ContentView</name>
    <message>
        <source>%1 that are not text</source>
        <translation>%1 非文本内容</translation>
    </message>
</context>
<context>
    <name>understudy::CredentialEdit</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show what was typed</source>
        <translation>显示输入的内容</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Leave empty to keep the stored key</source>
        <translation>留空则保留已存储的 API Key</translation>
    </message>
    <message>
        <source>sk-…, or env:NAME for an environment variable</source>
        <translation>sk-…，或用 env:NAME 引用环境变量</translation>
    </message>
</context>
<context>
    <name>understudy::DefaultsSection</name>
    <message>
        <source>New gateway access keys begin with these values. Keys that exist keep theirs; change those in the key itself.</source>
        <translation>新建的网关访问密钥以这些值开始。已有的密钥保持不变，请在密钥中修改。</translation>
    </message>
    <message>
        <source>Retries and timeouts</source>
        <translation>重试与超时</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>熔断</translation>
    </message>
    <message>
        <source>Also move on to the next model when</source>
        <translation>以下情况也换下一个模型</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>As the timeout</source>
        <translation>同请求超时</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>More tries of the same model before the next one is called.</source>
        <translation>调用下一个模型之前，对同一模型再试几次。</translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation>请求超时</translation>
    </message>
    <message>
        <source>Automatic: 60 s, and 180 s when a reasoning model is in the call order.</source>
        <translation>自动：60 秒；调用顺序中有推理模型时为 180 秒。</translation>
    </message>
    <message>
        <source>Wait for the first output</source>
        <translation>等待首个输出</translation>
    </message>
    <message>
        <source>Of a stream. A model that is slow to begin is given up sooner.</source>
        <translation>用于流式请求。迟迟不开始输出的模型会更早放弃。</translation>
    </message>
    <message>
        <source>Longest silence in a stream</source>
        <translation>流中最长静默</translation>
    </message>
    <message>
        <source>Without a word for so long, it counts as broken off.</source>
        <translation>这么久没有新内容就视为中断。</translation>
    </message>
    <message>
        <source>Whole request at most</source>
        <translation>整个请求上限</translation>
    </message>
    <message>
        <source>All tries together. Clients of OpenAI&apos;s make give up after 600 s.</source>
        <translation>所有尝试合计。OpenAI 的客户端 600 秒后放弃。</translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation>等待连接</translation>
    </message>
    <message>
        <source>Pause before a retry</source>
        <translation>重试前停顿</translation>
    </message>
    <message>
        <source>Doubles each time, at most 2 s.</source>
        <translation>每次加倍，最多 2 秒。</translation>
    </message>
    <message>
        <source>Cache answers</source>
        <translation>缓存回答</translation>
    </message>
    <message>
        <source>Identical requests are answered from memory. Answers with tool calls are not kept.</source>
        <translation>相同的请求直接用缓存回答。含工具调用的回答不缓存。</translation>
    </message>
    <message>
        <source>Cache duration</source>
        <translation>缓存时长</translation>
    </message>
    <message>
        <source>Use the circuit breaker</source>
        <translation>启用熔断</translation>
    </message>
    <message>
        <source>A model that keeps failing is left out for a while instead of being waited for.</source>
        <translation>连续失败的模型会被暂时跳过，而不是一直等待。</translation>
    </message>
    <message>
        <source>Failures until it trips</source>
        <translation>熔断前的失败次数</translation>
    </message>
    <message>
        <source>In a row.</source>
        <translation>连续失败。</translation>
    </message>
    <message>
        <source>First suspension</source>
        <translation>首次熔断时长</translation>
    </message>
    <message>
        <source>Doubles up to 5 min; then one request probes the model.</source>
        <translation>每次加倍，最长 5 分钟；之后用一个请求试探。</translation>
    </message>
    <message>
        <source>The answer is empty</source>
        <translation>回答为空</translation>
    </message>
    <message>
        <source>It came without an error, but has no content.</source>
        <translation>没有报错，但没有内容。</translation>
    </message>
    <message>
        <source>The provider filtered the content</source>
        <translation>提供商过滤了内容</translation>
    </message>
    <message>
        <source>Another provider may see it differently.</source>
        <translation>换一个提供商结果可能不同。</translation>
    </message>
    <message>
        <source>The provider says the request is wrong</source>
        <translation>提供商认为请求有误</translation>
    </message>
    <message>
        <source>Useful when models understand different options; a mistake of yours is then paid for several times.</source>
        <translation>模型支持的参数不同时有用；但请求本身的错误会被重复计费。</translation>
    </message>
    <message>
        <source>Failover defaults</source>
        <translation>故障转移默认值</translation>
    </message>
</context>
<context>
    <name>understudy::DeletedSection</name>
    <message numerus="yes">
        <source>Deleted gateway access keys, call channels and providers can be brought back for %n day(s).</source>
        <translation>
            <numerusform>删除的网关访问密钥、调用渠道和提供商在 %n 天内可以恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Nothing deleted</source>
        <translation>没有已删除的内容</translation>
    </message>
    <message>
        <source>What you delete waits here before it is gone for good.</source>
        <translation>删除的内容会先放在这里，之后才彻底清除。</translation>
    </message>
    <message>
        <source>The list cannot be read</source>
        <translation>无法读取列表</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>Call channel</source>
        <translation>调用渠道</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>模型提供商</translation>
    </message>
    <message>
        <source>deleted %1</source>
        <translation>%1删除</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩余 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore %1 %2</source>
        <translation>恢复%1 %2</translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation>“%1”已恢复。</translation>
    </message>
    <message>
        <source>“%1” cannot be restored: %2</source>
        <translation>无法恢复“%1”：%2</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>最近删除</translation>
    </message>
    <message>
        <source>restore, undo, trash</source>
        <translation>恢复 撤销 回收站</translation>
    </message>
</context>
<context>
    <name>understudy::DiagnosticsSection</name>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>The report is in the clipboard, without secrets.</source>
        <translation>报告已复制到剪贴板，不含密钥。</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Checks the keyring, the port, the database and the fonts. It calls no provider.</source>
        <translation>检查密钥环、端口、数据库和字体，不调用任何提供商。</translation>
    </message>
    <message>
        <source>Run Self-Test</source>
        <translation>运行自检</translation>
    </message>
    <message>
        <source>Copy Redacted</source>
        <translation>复制（已脱敏）</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>✕ The facts cannot be read: %1</source>
        <translation>✕ 无法读取信息：%1</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>The gateway listens on %1.</source>
        <translation>网关正在监听 %1。</translation>
    </message>
    <message>
        <source>The gateway is stopped; nothing listens on %1.</source>
        <translation>网关已停止，%1 没有在监听。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message numerus="yes">
        <source>It can be written; %n record(s) were lost since the start.</source>
        <translation>
            <numerusform>可以写入；启动以来有 %n 条记录丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be written.</source>
        <translation>可以写入。</translation>
    </message>
    <message>
        <source>Chinese font</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>None is installed: Chinese shows as boxes. Install fonts-noto-cjk or fonts-wqy-microhei.</source>
        <translation>没有安装，中文会显示为方框。请安装 fonts-noto-cjk 或 fonts-wqy-microhei。</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>Written, read back and deleted.</source>
        <translation>已写入、读回并删除。</translation>
    </message>
    <message>
        <source>Not needed: the master key is elsewhere.</source>
        <translation>不需要：主密钥不在密钥环中。</translation>
    </message>
    <message>
        <source>Save Diagnostics</source>
        <translation>保存诊断报告</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>The report is in %1, without secrets.</source>
        <translation>报告已保存到 %1，不含密钥。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place.</source>
        <translation>无法写入 %1（%2）。请换一个位置。</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>self-test, version, report, troubleshoot</source>
        <translation>自检 版本 报告 故障排查</translation>
    </message>
</context>
<context>
    <name>understudy::DrillBoxButton</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>不调用：%1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不调用</translation>
    </message>
</context>
<context>
    <name>understudy::DrillPage</name>
    <message>
        <source>%1 (paused)</source>
        <translation>%1（已暂停）</translation>
    </message>
    <message>
        <source>Opening the data…</source>
        <translation>正在打开数据…</translation>
    </message>
    <message>
        <source>The data cannot be opened</source>
        <translation>无法打开数据</translation>
    </message>
    <message>
        <source>No key to drill yet</source>
        <translation>还没有可演练的密钥</translation>
    </message>
    <message>
        <source>A drill plays outages to the models of a gateway access key and shows what your application would see.</source>
        <translation>容灾演练为某个网关访问密钥的模型模拟故障，让您看到应用会得到什么。</translation>
    </message>
    <message>
        <source>Create Key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Use the Demo Key</source>
        <translation>使用演示密钥</translation>
    </message>
    <message>
        <source>The secrets are locked</source>
        <translation>密钥已锁定</translation>
    </message>
    <message>
        <source>A drill needs the credentials of your channels. Unlock them first; nothing else is missing.</source>
        <translation>演练需要调用渠道的凭证。请先解锁，其余都已就绪。</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>打开设置</translation>
    </message>
    <message numerus="yes">
        <source>Drill stopped after %1 of %n request(s). There is no verdict on a part.</source>
        <translation>
            <numerusform>演练已停止，完成 %1/%n 个请求。未完成的演练没有结论。</numerusform>
        </translation>
    </message>
    <message>
        <source>The drill could not run: %1</source>
        <translation>演练无法运行：%1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web page (*.html);;JSON (*.json)</source>
        <translation>网页 (*.html);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Report saved as %1</source>
        <translation>报告已保存为 %1</translation>
    </message>
    <message>
        <source>Could not write %1: %2. Choose another folder.</source>
        <translation>无法写入 %1：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Failover drill</source>
        <translation>容灾演练</translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>What is played</source>
        <translation>模拟场景</translation>
    </message>
    <message>
        <source>As the boxes say</source>
        <translation>以方框为准</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stop the drill (Ctrl+Enter)</source>
        <translation>停止演练 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Run the drill (Ctrl+Enter)</source>
        <translation>运行演练 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Run or Stop the Drill</source>
        <translation>运行或停止演练</translation>
    </message>
    <message>
        <source>Call order: each box is a model, and how it behaves in the drill</source>
        <translation>调用顺序：每个方框是一个模型及其在演练中的表现</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Number of requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>并发数</translation>
    </message>
    <message>
        <source>Requests at the same time</source>
        <translation>同时进行的请求数</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>Answers word by word, as chat applications ask for it</source>
        <translation>逐字返回回答，与聊天应用的用法相同</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>shortened to %1</source>
        <translation>缩短为 %1</translation>
    </message>
    <message>
        <source>the key&apos;s own</source>
        <translation>使用密钥自己的设置</translation>
    </message>
    <message>
        <source>Shortened, so that nobody waits minutes for a silent model. The report says so.</source>
        <translation>缩短超时，以免为没有响应的模型等上几分钟。报告中会注明。</translation>
    </message>
    <message>
        <source>Play an outage</source>
        <translation>模拟一次故障</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Results of the drill</source>
        <translation>演练结果</translation>
    </message>
    <message>
        <source>Requests of the drill</source>
        <translation>演练的请求</translation>
    </message>
    <message>
        <source>No model of this key takes part in chats, so there is nothing to drill. Add a chat or reasoning model to its call order.</source>
        <translation>该密钥没有可用于对话的模型，无法演练。请在其调用顺序中加入对话或推理模型。</translation>
    </message>
    <message>
        <source>One model answers for this key: the drill will show that nothing stands in for it.</source>
        <translation>该密钥只有一个模型可回答：演练会显示没有模型能接替它。</translation>
    </message>
    <message>
        <source>With the key&apos;s own timeouts each silent attempt takes %1.</source>
        <translation>按密钥自己的超时设置，每次无响应的尝试要等 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Drill running: %1 of %n request(s) ended. Normal traffic is not touched.</source>
        <translation>
            <numerusform>正在演练：已完成 %1/%n 个请求。正常流量不受影响。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each model behaves as its box says.</source>
        <translation>每个模型的表现以其方框为准。</translation>
    </message>
    <message>
        <source>A drill has a gateway of its own: normal traffic, usage statistics and circuit breakers notice nothing, and the gateway need not run.</source>
        <translation>演练使用自己的网关：正常流量、用量统计和熔断状态都不受影响，网关也不必运行。</translation>
    </message>
</context>
<context>
    <name>understudy::DrillRequestsModel</name>
    <message>
        <source>Request %1: %2. Its client was told: %3</source>
        <translation>请求 %1：%2。返回给客户端：%3</translation>
    </message>
    <message>
        <source>Request %1: %2</source>
        <translation>请求 %1：%2</translation>
    </message>
    <message>
        <source>Request %1 was stopped</source>
        <translation>请求 %1 已停止</translation>
    </message>
    <message>
        <source>Request %1 is running</source>
        <translation>请求 %1 正在进行</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首字</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>tokens</translation>
    </message>
</context>
<context>
    <name>understudy::DrillVerdictView</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Whole answers</source>
        <translation>完整回答</translation>
    </message>
    <message>
        <source>Requests whose client got a complete answer</source>
        <translation>客户端得到完整回答的请求</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Calls to the places of the chain, made by all requests together</source>
        <translation>所有请求对链路各位置的调用总数</translation>
    </message>
    <message>
        <source>Usual time</source>
        <translation>通常用时</translation>
    </message>
    <message>
        <source>Half of the requests took at most that long, from the request to its end</source>
        <translation>半数请求从开始到结束不超过这个时间</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Tokens of the answers, as they were reported. Drills are not part of the usage.</source>
        <translation>各回答上报的 tokens。容灾演练不计入用量。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not by the first attempt</source>
        <translation>
            <numerusform>%n 个经重试或接替得到</numerusform>
        </translation>
    </message>
    <message>
        <source>none needed a rescue</source>
        <translation>都无需接替</translation>
    </message>
    <message>
        <source>No model was tripped</source>
        <translation>没有模型熔断</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) tripped</source>
        <translation>
            <numerusform>%n 个模型熔断</numerusform>
        </translation>
    </message>
    <message>
        <source>slowest %1</source>
        <translation>最慢 %1</translation>
    </message>
    <message>
        <source>%1 lost in failed attempts</source>
        <translation>失败的尝试白费 %1</translation>
    </message>
    <message>
        <source>Each place of the chain</source>
        <translation>链路的每个位置</translation>
    </message>
    <message>
        <source>Circuit breakers of the drill</source>
        <translation>演练中的熔断</translation>
    </message>
    <message>
        <source>Compared with the drill of %1</source>
        <translation>与 %1 的演练相比</translation>
    </message>
    <message numerus="yes">
        <source>%n not whole</source>
        <translation>
            <numerusform>%n 个不完整</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) unknown</source>
        <translation>
            <numerusform>%n 次尝试未知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::ExportDialog</name>
    <message>
        <source>Export Configuration</source>
        <translation>导出配置</translation>
    </message>
    <message>
        <source>Writes providers, call channels, gateway access keys and the settings of the gateway into one file that another Understudy can import. Records and usage are not in it.</source>
        <translation>把模型提供商、调用渠道、网关访问密钥和网关设置写入一个文件，另一台 Understudy 可以导入。不包含请求记录和用量。</translation>
    </message>
    <message>
        <source>Leave secrets out</source>
        <translation>不包含密钥</translation>
    </message>
    <message>
        <source>For sharing. Whoever imports it enters their own credentials, and gateway access keys get new secrets.</source>
        <translation>适合分享。导入者填写自己的凭证，网关访问密钥会重新生成。</translation>
    </message>
    <message>
        <source>Seal secrets with a passphrase</source>
        <translation>用口令加密密钥</translation>
    </message>
    <message>
        <source>For moving to another computer. Credentials and keys are encrypted; without the passphrase nobody can read them, and nobody can restore it.</source>
        <translation>适合换电脑。凭证和密钥会被加密；没有口令谁也读不出来，口令也无法找回。</translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation>正在写入配置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Your secrets are locked and would be missing in the file. Unlock them in Settings ▸ Secrets first.</source>
        <translation>密钥已锁定，文件中会缺少它们。请先在“设置 ▸ 密钥保护”中解锁。</translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation>配置 (*.json)</translation>
    </message>
    <message>
        <source>The configuration cannot be exported: %1</source>
        <translation>无法导出配置：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place.</source>
        <translation>无法写入 %1（%2）。请换一个位置。</translation>
    </message>
    <message>
        <source>The configuration is in %1.</source>
        <translation>配置已导出到 %1。</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开目录</translation>
    </message>
</context>
<context>
    <name>understudy::FigureModel</name>
    <message>
        <source>Show these requests</source>
        <translation>查看这些请求</translation>
    </message>
</context>
<context>
    <name>understudy::FirstRun</name>
    <message>
        <source>The demo key could not be made: one of your keys has the name “demo” already. Rename that key, then try again.</source>
        <translation>无法创建演示密钥：您已有一个名为“demo”的密钥。请将其改名后重试。</translation>
    </message>
    <message>
        <source>The demo key could not be made: %1</source>
        <translation>无法创建演示密钥：%1</translation>
    </message>
    <message>
        <source>it was removed meanwhile.</source>
        <translation>它在此期间已被删除。</translation>
    </message>
    <message>
        <source>The gateway cannot start because its data cannot be opened: %1</source>
        <translation>网关无法启动，因为其数据无法打开：%1</translation>
    </message>
    <message>
        <source>The gateway could not start: %1</source>
        <translation>网关无法启动：%1</translation>
    </message>
    <message>
        <source>The gateway&apos;s port is in use by another program, and no other one could be taken: %1</source>
        <translation>网关的端口已被其他程序占用，且无法改用其他端口：%1</translation>
    </message>
    <message>
        <source>The gateway&apos;s port was in use by another program, so it now listens on port %1. Clients need the new address; the header shows it.</source>
        <translation>网关的端口已被其他程序占用，现改为监听端口 %1。客户端需要使用新地址，见页面顶部。</translation>
    </message>
    <message>
        <source>Another program runs the gateway on these data, so the primary model cannot be broken from here. “understudy-cli serve --demo” breaks it there.</source>
        <translation>另一个程序正在这些数据上运行网关，因此无法从这里弄坏主模型。可在那里用“understudy-cli serve --demo”弄坏它。</translation>
    </message>
    <message>
        <source>The demonstration could not be removed: %1</source>
        <translation>无法移除演示：%1</translation>
    </message>
    <message>
        <source>The demonstration was removed.</source>
        <translation>演示已移除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The demonstration could not be brought back: %1</source>
        <translation>无法恢复演示：%1</translation>
    </message>
</context>
<context>
    <name>understudy::Fold</name>
    <message>
        <source>expanded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>understudy::GatewaySection</name>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Who may call it</source>
        <translation>谁可以调用</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Reachable from</source>
        <translation>可访问范围</translation>
    </message>
    <message>
        <source>From the network, every device that reaches this computer can call the gateway; only gateway access keys protect it.</source>
        <translation>选择“网络”后，能访问本机的设备都可以调用网关，只有网关访问密钥保护它。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Use Next Free</source>
        <translation>用下一个空闲的</translation>
    </message>
    <message>
        <source>Part of the address that your applications use.</source>
        <translation>应用程序所用地址的一部分。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Start the gateway with the program</source>
        <translation>程序启动时启动网关</translation>
    </message>
    <message>
        <source>Otherwise it waits for Start.</source>
        <translation>否则需要点“启动”。</translation>
    </message>
    <message>
        <source>Start Understudy when I log in</source>
        <translation>登录时启动 Understudy</translation>
    </message>
    <message>
        <source>Without its window; the tray icon opens it.</source>
        <translation>不打开窗口，可从托盘图标打开。</translation>
    </message>
    <message>
        <source>Trusted host names</source>
        <translation>受信任的主机名</translation>
    </message>
    <message>
        <source>Names other than localhost by which clients may call the gateway, one a line. Others are refused, which keeps web pages out.</source>
        <translation>除 localhost 外，客户端可以使用的主机名，每行一个。其他主机名会被拒绝，以防网页冒用。</translation>
    </message>
    <message>
        <source>Allowed web origins</source>
        <translation>允许的网页来源</translation>
    </message>
    <message>
        <source>Web pages that may call the gateway from a browser (CORS), one a line, such as https://app.example.com.</source>
        <translation>允许在浏览器中调用网关的网页（CORS），每行一个，如 https://app.example.com。</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>最大请求</translation>
    </message>
    <message>
        <source>Memory for running requests</source>
        <translation>进行中请求可用的内存</translation>
    </message>
    <message>
        <source>Largest header</source>
        <translation>最大请求头</translation>
    </message>
    <message>
        <source>Longest address</source>
        <translation>最长地址</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>同时连接数</translation>
    </message>
    <message>
        <source>Time for the header</source>
        <translation>接收请求头的时限</translation>
    </message>
    <message>
        <source>Silence within a request</source>
        <translation>请求中断流时限</translation>
    </message>
    <message>
        <source>Idle connections</source>
        <translation>空闲连接</translation>
    </message>
    <message>
        <source>Time to finish when stopping</source>
        <translation>停止时的收尾时间</translation>
    </message>
    <message>
        <source>Larger ones are refused with 413.</source>
        <translation>超过的请求以 413 拒绝。</translation>
    </message>
    <message>
        <source>All bodies in flight together.</source>
        <translation>所有进行中请求体的总和。</translation>
    </message>
    <message>
        <source>A client that takes longer is disconnected.</source>
        <translation>超时的客户端会被断开。</translation>
    </message>
    <message>
        <source>Longest time without a byte of the body.</source>
        <translation>请求体最长多久没有新数据。</translation>
    </message>
    <message>
        <source>Kept open for the next request.</source>
        <translation>为下一个请求保持打开。</translation>
    </message>
    <message>
        <source>Running requests get this long before they are cut.</source>
        <translation>进行中的请求最多再等这么久。</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Let the network reach the gateway?</source>
        <translation>允许从网络访问网关吗？</translation>
    </message>
    <message>
        <source>Every device that reaches this computer can then call the gateway on port %1. The connection is not encrypted, and whoever has a gateway access key can spend your tokens. Do this only in a network that you trust.</source>
        <translation>之后能访问本机的设备都可以通过端口 %1 调用网关。连接不加密，持有网关访问密钥的人都可以消耗你的 token。请只在信任的网络中这样做。</translation>
    </message>
    <message>
        <source>Keep to This Computer</source>
        <translation>仅限本机</translation>
    </message>
    <message>
        <source>Open to the Network</source>
        <translation>开放给网络</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>The gateway uses port %1 from now on. Give your applications the new address.</source>
        <translation>网关现在使用端口 %1，请把新地址告诉应用程序。</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>“%1” is no host name. Write a name or an address without http:// and without a port.</source>
        <translation>“%1”不是主机名。请填写名称或地址，不带 http:// 和端口。</translation>
    </message>
    <message>
        <source>“%1” is no origin. Write the beginning of the page&apos;s address, such as https://app.example.com.</source>
        <translation>“%1”不是网页来源。请填写网页地址的开头，如 https://app.example.com。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
</context>
<context>
    <name>understudy::GeneralSection</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Where I left off</source>
        <translation>上次的位置</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Large models</source>
        <translation>大模型管理</translation>
    </message>
    <message>
        <source>Gateway access keys</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>Usage statistics</source>
        <translation>用量统计</translation>
    </message>
    <message>
        <source>Request log</source>
        <translation>请求日志</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Keep serving</source>
        <translation>继续服务</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>What the window shows first.</source>
        <translation>打开窗口时先显示的页面。</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>The gateway can go on without a window.</source>
        <translation>没有窗口时网关也可以继续工作。</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>When a channel trips or recovers, or a key has no model left that answers; not for every request.</source>
        <translation>渠道熔断或恢复、密钥的模型全部失败时通知，不会每个请求都通知。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>No notifications in this time; the log has everything.</source>
        <translation>此时段不通知，日志中仍有全部记录。</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>May be on the next day.</source>
        <translation>可以跨到第二天。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
</context>
<context>
    <name>understudy::HeaderStrip</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Data cannot be opened</source>
        <translation>无法打开数据</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The gateway is stopped; clients get no answer</source>
        <translation>网关已停止，客户端得不到回答</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Running in another process</source>
        <translation>在另一个进程中运行</translation>
    </message>
    <message>
        <source>Gateway running</source>
        <translation>网关运行中</translation>
    </message>
    <message>
        <source>Stopping: requests are finishing</source>
        <translation>正在停止：等待请求结束</translation>
    </message>
    <message>
        <source>Port %1 is in use</source>
        <translation>端口 %1 已被占用</translation>
    </message>
    <message>
        <source>Cannot listen</source>
        <translation>无法监听</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) running</source>
        <translation>
            <numerusform>%n 个请求进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>The gateway belongs to process %1; stop it there</source>
        <translation>网关属于进程 %1，请在那里停止它</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Reachable from the network</source>
        <translation>可从网络访问</translation>
    </message>
    <message>
        <source>Other machines can reach the gateway. Open the settings to change that</source>
        <translation>其他机器可以访问网关。可在设置中更改</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Command palette (Ctrl+K)</source>
        <translation>命令面板 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Base URL of the gateway</source>
        <translation>网关的接口地址</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>understudy::HeadersEdit</name>
    <message>
        <source>Add Header</source>
        <translation>添加请求头</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>请求头名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Stored; type to replace</source>
        <translation>已存储；输入即替换</translation>
    </message>
    <message>
        <source>Value of the header</source>
        <translation>请求头的值</translation>
    </message>
    <message>
        <source>Remove this header</source>
        <translation>删除此请求头</translation>
    </message>
</context>
<context>
    <name>understudy::HelpWindow</name>
    <message>
        <source>Understudy Help</source>
        <translation>Understudy 帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>帮助正文</translation>
    </message>
    <message>
        <source>No topic contains “%1”.</source>
        <translation>没有包含“%1”的主题。</translation>
    </message>
</context>
<context>
    <name>understudy::ImportDialog</name>
    <message>
        <source>Import Configuration</source>
        <translation>导入配置</translation>
    </message>
    <message>
        <source>Takes over providers, call channels, gateway access keys and settings from a file that Understudy exported. You see every change first; nothing is written before you apply it.</source>
        <translation>从 Understudy 导出的文件导入模型提供商、调用渠道、网关访问密钥和设置。先看到每一处变化，点“应用”之前什么都不会写入。</translation>
    </message>
    <message>
        <source>Choose File…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Or paste the text of the file</source>
        <translation>或粘贴文件内容</translation>
    </message>
    <message>
        <source>Text of the configuration file</source>
        <translation>配置文件内容</translation>
    </message>
    <message>
        <source>The secrets in it are sealed. Passphrase that it was exported with</source>
        <translation>文件中的密钥已加密。请输入导出时的口令</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>文件的口令</translation>
    </message>
    <message>
        <source>Changes that the import would make</source>
        <translation>导入会带来的变化</translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Everything in this file is already so here.</source>
        <translation>文件中的内容与现有配置完全相同。</translation>
    </message>
    <message>
        <source>Take All</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>Keep All Mine</source>
        <translation>全部保留我的</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>变化 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>相同 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is the same (%1)</source>
        <translation>显示相同项（%1）</translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation>配置 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is too large for a configuration (%2). Choose a file that Understudy exported.</source>
        <translation>%1 太大，不像配置文件（%2）。请选择 Understudy 导出的文件。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>无法读取 %1（%2）。</translation>
    </message>
    <message>
        <source>The passphrase does not open this file. Type the one that it was exported with.</source>
        <translation>口令打不开这个文件。请输入导出时使用的口令。</translation>
    </message>
    <message>
        <source>This cannot be imported: %1</source>
        <translation>无法导入：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>understudy::ImportModel</name>
    <message>
        <source>Settings of the gateway</source>
        <translation>网关设置</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>模型提供商 %1</translation>
    </message>
    <message>
        <source>Call channel %1</source>
        <translation>调用渠道 %1</translation>
    </message>
    <message>
        <source>Gateway access key %1</source>
        <translation>网关访问密钥 %1</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>= 相同</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ 新增</translation>
    </message>
    <message>
        <source>⟳ changed</source>
        <translation>⟳ 有变化</translation>
    </message>
    <message>
        <source>▲ Credential goes to</source>
        <translation>▲ 凭证将发送到</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Take from the file</source>
        <translation>采用文件中的</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>understudy::KeyAdvancedForm</name>
    <message>
        <source>Own timeout for the first output</source>
        <translation>单独设置首次输出超时</translation>
    </message>
    <message>
        <source>When streaming, how long to wait for the first words; else the request timeout counts</source>
        <translation>流式输出时等待首个输出的时间；否则以请求超时为准</translation>
    </message>
    <message>
        <source>First output</source>
        <translation>首次输出</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>最长间隔</translation>
    </message>
    <message>
        <source>When streaming, the longest time without output after the first words</source>
        <translation>流式输出时，首个输出之后最长的无输出时间</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>总时限</translation>
    </message>
    <message>
        <source>All attempts and pauses together, until the answer begins</source>
        <translation>所有尝试和停顿合计，直到开始回答</translation>
    </message>
    <message>
        <source>Pause before a retry</source>
        <translation>重试前停顿</translation>
    </message>
    <message>
        <source>Doubles from retry to retry, up to 2 s</source>
        <translation>每次重试翻倍，最多 2 秒</translation>
    </message>
    <message>
        <source>Longest Retry-After</source>
        <translation>Retry-After 上限</translation>
    </message>
    <message>
        <source>A provider that asks for more is believed up to here; backups never wait for it</source>
        <translation>提供商要求更长时以此为上限；备模型从不等待</translation>
    </message>
    <message>
        <source>Next model when content is filtered</source>
        <translation>内容被过滤时换下一个模型</translation>
    </message>
    <message>
        <source>Next model when a request is refused</source>
        <translation>请求被拒时换下一个模型</translation>
    </message>
    <message>
        <source>The provider says that the request itself is wrong (HTTP 400, 413, 422); another one may take it</source>
        <translation>提供商认为请求本身有误（HTTP 400、413、422）；其他提供商可能接受</translation>
    </message>
    <message>
        <source>Empty answers are failures</source>
        <translation>空回答视为失败</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>熔断</translation>
    </message>
    <message>
        <source>Skips a model after failures in a row, and probes it after the suspension</source>
        <translation>连续失败后跳过该模型，熔断时间过后再试探</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>连续失败次数</translation>
    </message>
    <message>
        <source>Suspension</source>
        <translation>熔断时间</translation>
    </message>
    <message>
        <source>Doubles from trip to trip, up to 5 min</source>
        <translation>每次熔断翻倍，最多 5 分钟</translation>
    </message>
</context>
<context>
    <name>understudy::KeyBasicsStep</name>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>%1 / %2 %3 per million</source>
        <translation>%1 / %2 %3 每百万</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>1–32 letters, digits, Chinese characters, _ or -</source>
        <translation>1–32 个字母、数字、汉字、_ 或 -</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>optional, at most 128 characters</source>
        <translation>可选，最多 128 个字符</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Channel kind</source>
        <translation>渠道类型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>模型提供商</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Healthy only</source>
        <translation>只看健康</translation>
    </message>
    <message>
        <source>Space selects, Ctrl+A selects all that are shown</source>
        <translation>空格键选择，Ctrl+A 选择当前显示的全部</translation>
    </message>
    <message>
        <source>Expiry, limits and recording</source>
        <translation>过期、限额与记录</translation>
    </message>
    <message>
        <source>No model matches this filter</source>
        <translation>没有符合筛选条件的模型</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Own third-party models</source>
        <translation>自有三方模型</translation>
    </message>
    <message>
        <source>Built-in models</source>
        <translation>平台预置模型</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>全部提供商</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message>
        <source>Choose at least one model</source>
        <translation>请至少选择一个模型</translation>
    </message>
    <message>
        <source>No backup: failover is impossible. Add one?</source>
        <translation>没有备模型：无法故障转移。再添加一个？</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Only models of the same type fail over to each other.</source>
        <translation>只有相同类型的模型之间才能故障转移。</translation>
    </message>
    <message>
        <source>The list shows the type %1.</source>
        <translation>列表只显示类型“%1”。</translation>
    </message>
</context>
<context>
    <name>understudy::KeyLimitsForm</name>
    <message>
        <source>Expires on</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>Tokens per month</source>
        <translation>每月 tokens</translation>
    </message>
    <message>
        <source>Tokens per day</source>
        <translation>每天 tokens</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Allowed client addresses</source>
        <translation>允许的客户端地址</translation>
    </message>
    <message>
        <source>Free tokens of built-in models</source>
        <translation>平台预置模型免费 tokens</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>any; else addresses or networks, separated by commas</source>
        <translation>任意；或用逗号分隔的地址或网段</translation>
    </message>
    <message>
        <source>Record requests and answers</source>
        <translation>记录请求和回答</translation>
    </message>
    <message>
        <source>Off: prompts and answers are not stored. On: they are kept with the log, readable for everybody who can open this program.</source>
        <translation>关闭：不保存提示词和回答。打开：随日志保存，能打开本程序的人都可读取。</translation>
    </message>
    <message>
        <source>This time has passed: requests with the key will be refused</source>
        <translation>该时间已过：使用此密钥的请求会被拒绝</translation>
    </message>
</context>
<context>
    <name>understudy::KeyPolicyStep</name>
    <message>
        <source>Call order</source>
        <translation>调用顺序</translation>
    </message>
    <message>
        <source>Weigh performance, cost and stability: first what meets the daily need, smaller distilled versions as backups.</source>
        <translation>综合考虑性能、成本和稳定性：先满足日常需求，较小的蒸馏版本作备模型。</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>More tries of the same model before the next one, 0 to 3.</source>
        <translation>换下一个模型之前对同一模型再试的次数，0 到 3。</translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation>请求超时</translation>
    </message>
    <message>
        <source>Cache duration</source>
        <translation>缓存时长</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存启用状态</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Cache duration in seconds</source>
        <translation>缓存时长（秒）</translation>
    </message>
    <message>
        <source>Identical requests are answered from the cache; answers with tool calls are not stored.</source>
        <translation>相同请求直接由缓存回答；含工具调用的回答不缓存。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Use Preset</source>
        <translation>使用预设</translation>
    </message>
    <message>
        <source>Preset %1: reasoning models need longer. Other chains: 60 s.</source>
        <translation>预设 %1：推理模型需要更长时间。其他情况 60 秒。</translation>
    </message>
    <message>
        <source>Preset %1; 180 s with a reasoning model.</source>
        <translation>预设 %1；有推理模型时 180 秒。</translation>
    </message>
    <message>
        <source>A model is no longer there; remove it before saving</source>
        <translation>有模型已不存在；保存前请移除</translation>
    </message>
    <message>
        <source>The key needs at least one model</source>
        <translation>密钥至少需要一个模型</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>understudy::KeyUsageModel</name>
    <message>
        <source>Free tokens used by this key: not known yet</source>
        <translation>该密钥已用的免费 tokens：尚不清楚</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>%1 free tokens used; the key has been deleted</source>
        <translation>已用 %1 免费 tokens；该密钥已删除</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 free tokens used since the key was made; %3 of them in this period</source>
        <translation>自密钥创建以来已用 %1 / %2 免费 tokens，其中本时段用了 %3 个</translation>
    </message>
    <message>
        <source>Requests that ended in this period, answers from the cache included, drills not</source>
        <translation>本时段内结束的请求，含缓存命中，不含容灾演练</translation>
    </message>
    <message>
        <source>Tokens of the answers that clients got; failed attempts are counted by provider</source>
        <translation>客户端收到的回答所用的 tokens；失败的尝试计入提供商一栏</translation>
    </message>
    <message>
        <source>Tokens drawn from the allowance for built-in models since the key was made</source>
        <translation>自密钥创建以来从平台预置模型免费额度中扣除的 tokens</translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Total tokens</source>
        <translation>tokens 合计</translation>
    </message>
    <message>
        <source>Free tokens used</source>
        <translation>已用免费 tokens</translation>
    </message>
    <message>
        <source>Show these requests</source>
        <translation>查看这些请求</translation>
    </message>
</context>
<context>
    <name>understudy::KeyWizard</name>
    <message>
        <source>%1 has no call channel yet, so none of its models can be called.</source>
        <translation>%1 还没有调用渠道，无法调用其模型。</translation>
    </message>
    <message>
        <source>Create Call Channel</source>
        <translation>创建调用渠道</translation>
    </message>
    <message>
        <source>Create gateway access key</source>
        <translation>创建网关访问密钥</translation>
    </message>
    <message>
        <source>Edit gateway access key</source>
        <translation>编辑网关访问密钥</translation>
    </message>
    <message>
        <source>Duplicate gateway access key</source>
        <translation>复制网关访问密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Save &amp;&amp; Try</source>
        <translation>保存并试一次</translation>
    </message>
    <message>
        <source>Create &amp;&amp; Try</source>
        <translation>创建并试一次</translation>
    </message>
    <message>
        <source>1  Models</source>
        <translation>1  基本信息与模型</translation>
    </message>
    <message>
        <source>2  Call policy</source>
        <translation>2  调用配置</translation>
    </message>
    <message>
        <source>Step 1 of 2: basic information and models</source>
        <translation>第 1 步，共 2 步：基本信息与模型选择</translation>
    </message>
    <message>
        <source>Step 2 of 2: call policy</source>
        <translation>第 2 步，共 2 步：调用配置</translation>
    </message>
    <message>
        <source>Key “%1” saved</source>
        <translation>已保存密钥“%1”</translation>
    </message>
    <message>
        <source>Key “%1” created</source>
        <translation>已创建密钥“%1”</translation>
    </message>
    <message>
        <source>Discard the changes of “%1”?</source>
        <translation>放弃对“%1”的修改？</translation>
    </message>
    <message>
        <source>Discard this key?</source>
        <translation>放弃此密钥？</translation>
    </message>
    <message>
        <source>What you have entered here is not saved.</source>
        <translation>您在此输入的内容尚未保存。</translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>understudy::KeysDelegate</name>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>not used lately</source>
        <translation>近期未使用</translation>
    </message>
</context>
<context>
    <name>understudy::KeysModel</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1，密钥 %2</translation>
    </message>
    <message>
        <source>Call order: %1</source>
        <translation>调用顺序：%1</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>，然后是 </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last 7 days</source>
        <translation>
            <numerusform>最近 7 天 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, last used %2</source>
        <translation>%1，最近使用：%2</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>%1 的操作</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Call order</source>
        <translation>调用顺序</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Near limit</source>
        <translation>接近限额</translation>
    </message>
    <message>
        <source>Near a limit: %1</source>
        <translation>接近限额：%1</translation>
    </message>
    <message>
        <source>Over its limit: %1</source>
        <translation>已超限额：%1</translation>
    </message>
</context>
<context>
    <name>understudy::KeysPage</name>
    <message>
        <source>The usage of the keys cannot be read: %1</source>
        <translation>无法读取密钥的用量：%1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Gateway access keys</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>A key gives your application one address and a list of models to try in order.</source>
        <translation>一个密钥为您的应用提供一个地址和一组按顺序尝试的模型。</translation>
    </message>
    <message>
        <source>Create Key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Filter keys by name</source>
        <translation>按名称筛选密钥</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>还没有密钥</translation>
    </message>
    <message>
        <source>Use the Demo Key</source>
        <translation>使用演示密钥</translation>
    </message>
    <message>
        <source>No key matches this filter</source>
        <translation>没有符合筛选条件的密钥</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>View Key</source>
        <translation>查看密钥</translation>
    </message>
    <message>
        <source>View Code</source>
        <translation>查看代码</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量统计</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>创建副本…</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>重置…</translation>
    </message>
    <message>
        <source>Try It</source>
        <translation>试一次</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Opening the data…</source>
        <translation>正在打开数据…</translation>
    </message>
    <message>
        <source>The data cannot be opened: %1</source>
        <translation>无法打开数据：%1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>“%1” was not changed. %2</source>
        <translation>“%1”未能修改。%2</translation>
    </message>
    <message>
        <source>Key “%1” paused: requests with it are refused</source>
        <translation>已暂停密钥“%1”：使用它的请求会被拒绝</translation>
    </message>
    <message>
        <source>Key “%1” works again</source>
        <translation>密钥“%1”已恢复</translation>
    </message>
    <message>
        <source>“%1” was not put back. %2</source>
        <translation>“%1”未能恢复。%2</translation>
    </message>
    <message>
        <source>it is not among the deleted keys</source>
        <translation>它不在已删除的密钥中</translation>
    </message>
    <message>
        <source>“%1” was not deleted. %2</source>
        <translation>“%1”未能删除。%2</translation>
    </message>
    <message>
        <source>Key “%1” deleted; requests with it are refused</source>
        <translation>已删除密钥“%1”；使用它的请求会被拒绝</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Run a Drill…</source>
        <translation>容灾演练…</translation>
    </message>
</context>
<context>
    <name>understudy::ListStates</name>
    <message>
        <source>Kind: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>位置：%1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Hide Details</source>
        <translation>隐藏详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>understudy::LogDetail</name>
    <message>
        <source>Close details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>关闭详情（Esc）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Details of the request</source>
        <translation>请求详情</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>streamed</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重发</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>The request as a command for a shell; the key is read from OPENAI_API_KEY</source>
        <translation>把请求写成终端命令；密钥从 OPENAI_API_KEY 读取</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy the request ID</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量统计</translation>
    </message>
    <message>
        <source>Usage of the key</source>
        <translation>此密钥的用量</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Back to its place in the list (P)</source>
        <translation>回到列表中原来的位置 (P)</translation>
    </message>
    <message>
        <source>Keep on top of the list until the program ends (P)</source>
        <translation>在程序退出前置于列表最前 (P)</translation>
    </message>
    <message>
        <source>Only a request whose content was recorded can be repeated.</source>
        <translation>只有记录了内容的请求才能重发。</translation>
    </message>
    <message>
        <source>Only chat requests can be repeated.</source>
        <translation>只有对话请求才能重发。</translation>
    </message>
    <message>
        <source>This request was too long to be recorded whole.</source>
        <translation>此请求过长，未能完整记录。</translation>
    </message>
    <message>
        <source>Its key does not exist any more.</source>
        <translation>它的密钥已不存在。</translation>
    </message>
    <message>
        <source>Send the same request once more (R)</source>
        <translation>再次发送同一请求 (R)</translation>
    </message>
    <message>
        <source>Nothing of it was recorded.</source>
        <translation>没有记录它的内容。</translation>
    </message>
    <message>
        <source>The content of this request was not recorded. The key records contents now.</source>
        <translation>没有记录此请求的内容。此密钥现在已记录内容。</translation>
    </message>
    <message>
        <source>Looking for the content…</source>
        <translation>正在读取内容…</translation>
    </message>
    <message>
        <source>Stop Recording</source>
        <translation>停止记录</translation>
    </message>
    <message>
        <source>Content is not recorded for this key.</source>
        <translation>此密钥未记录内容。</translation>
    </message>
    <message>
        <source>The content of this request was not recorded.</source>
        <translation>没有记录此请求的内容。</translation>
    </message>
    <message>
        <source>Copy as curl with the key</source>
        <translation>连同密钥复制为 curl</translation>
    </message>
    <message>
        <source>Copy as curl with the key filled in. The clipboard forgets it after 30 seconds.</source>
        <translation>复制为填好密钥的 curl 命令。剪贴板会在 30 秒后清除。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message numerus="yes">
        <source>The content of this request was not recorded. The next %n request(s) with its key are recorded.</source>
        <translation>
            <numerusform>没有记录此请求的内容。接下来会记录此密钥的 %n 条请求。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record the Next %n Request(s)…</source>
        <translation>
            <numerusform>记录接下来的 %n 条请求…</numerusform>
        </translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>易读形式</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Laid out, and a stream as the text that it says</source>
        <translation>排好版；流式回答显示为其中的文字</translation>
    </message>
    <message>
        <source>As it was sent: each byte, a stream as its events</source>
        <translation>按发送时的原样：逐字节，流式回答显示为事件</translation>
    </message>
    <message>
        <source>No channel was called.</source>
        <translation>没有调用任何渠道。</translation>
    </message>
    <message>
        <source>Open the channel “%1”. Choose an attempt for that of another one.</source>
        <translation>打开渠道“%1”。在“尝试”中选一行，可打开那次尝试的渠道。</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>understudy::LogExportDialog</name>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>已取消，没有写入文件。</translation>
    </message>
    <message>
        <source>Export Requests</source>
        <translation>导出请求</translation>
    </message>
    <message>
        <source>Writes all requests of the log into a file, newest first. Credentials are never in it.</source>
        <translation>把日志中的所有请求写入文件，最新的在前。文件中绝不包含凭证。</translation>
    </message>
    <message>
        <source>Writes the requests that match “%1” into a file, newest first. Credentials are never in it.</source>
        <translation>把符合“%1”的请求写入文件，最新的在前。文件中绝不包含凭证。</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格 (CSV)</translation>
    </message>
    <message>
        <source>One line a request, for spreadsheets. Texts that would be formulas are made harmless.</source>
        <translation>每个请求一行，供电子表格使用。会被当作公式的文字已作无害处理。</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON 行</translation>
    </message>
    <message>
        <source>One object a request with all attempts, as “understudy-cli log --json” prints it.</source>
        <translation>每个请求一个对象，含全部尝试，与“understudy-cli log --json”的输出相同。</translation>
    </message>
    <message>
        <source>HTTP archive (HAR)</source>
        <translation>HTTP 归档 (HAR)</translation>
    </message>
    <message>
        <source>For browsers and other viewers of HTTP traffic.</source>
        <translation>供浏览器等查看 HTTP 流量的工具使用。</translation>
    </message>
    <message>
        <source>Mark the file as UTF-8 (Excel needs it)</source>
        <translation>标明文件为 UTF-8（Excel 需要）</translation>
    </message>
    <message>
        <source>With recorded requests and answers</source>
        <translation>包含已记录的请求和回答</translation>
    </message>
    <message>
        <source>They hold what people wrote and what models answered. Only keys that record contents have any.</source>
        <translation>其中有人们写的内容和模型的回答。只有记录内容的密钥才有。</translation>
    </message>
    <message>
        <source>Writing requests</source>
        <translation>正在写入请求</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) written</source>
        <translation>
            <numerusform>已写入 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>back to %1</source>
        <translation>已到 %1</translation>
    </message>
    <message>
        <source>The requests could not be exported: %1</source>
        <translation>请求未能导出：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are in %1.</source>
        <translation>
            <numerusform>%n 个请求已写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开目录</translation>
    </message>
</context>
<context>
    <name>understudy::LogFilterBar</name>
    <message>
        <source>status:failed  saved:backup  since:1h  or text</source>
        <translation>status:failed  saved:backup  since:1h  或文字</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部密钥</translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已保存的筛选</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Saved by a backup</source>
        <translation>由备用模型挽救</translation>
    </message>
    <message>
        <source>Needed more than one attempt</source>
        <translation>尝试多于一次</translation>
    </message>
    <message>
        <source>Took more than 30 seconds</source>
        <translation>用时超过 30 秒</translation>
    </message>
    <message>
        <source>Too many requests (429)</source>
        <translation>请求过多 (429)</translation>
    </message>
    <message>
        <source>Save This Filter</source>
        <translation>保存此筛选</translation>
    </message>
    <message>
        <source>Forget This Filter</source>
        <translation>删除此筛选</translation>
    </message>
</context>
<context>
    <name>understudy::LogFooter</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>How long requests stay in the log. Change it in Settings ▸ Privacy and logs.</source>
        <translation>请求在日志中保留多久。可在“设置 ▸ 隐私与日志”中修改。</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>Delete the requests of the log. Usage statistics stay.</source>
        <translation>删除日志中的请求。用量统计保留。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln request(s)</source>
        <translation>
            <numerusform>%Ln 条请求中的 %1 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 条请求</numerusform>
        </translation>
    </message>
    <message>
        <source>searched back to %1</source>
        <translation>已找到 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation>
            <numerusform>%n 个置顶</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more still to come</source>
        <translation>
            <numerusform>还有 %Ln 条待计入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is full with %Ln request(s). A narrower filter shows older ones; an export has them all.</source>
        <translation>
            <numerusform>列表已满（%Ln 条请求）。缩小筛选范围可看到更早的请求；导出则包含全部请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop Searching</source>
        <translation>停止查找</translation>
    </message>
    <message>
        <source>Load Older</source>
        <translation>加载更早的请求</translation>
    </message>
    <message>
        <source>No older requests</source>
        <translation>没有更早的请求</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message numerus="yes">
        <source>Kept %n day(s), up to %1</source>
        <translation>
            <numerusform>保留 %n 天，最多 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept %n day(s)</source>
        <translation>
            <numerusform>保留 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept up to %1</source>
        <translation>最多保留 %1</translation>
    </message>
    <message>
        <source>Kept without limit</source>
        <translation>保留时间不限</translation>
    </message>
    <message>
        <source>The log could not be cleared: %1</source>
        <translation>日志未能清空：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) deleted.</source>
        <translation>
            <numerusform>已删除 %Ln 条请求。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::LogModel</name>
    <message>
        <source>d MMM HH:mm</source>
        <comment>time of an earlier day in a narrow column</comment>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Every attempt in order: ✕ failed, ⟳ tried again, ⇢ on to the next model, ✓ answered</source>
        <translation>按顺序列出每次尝试：✕ 失败，⟳ 重试，⇢ 转到下一个模型，✓ 已回答</translation>
    </message>
    <message>
        <source>Time to the first meaningful output of the answer</source>
        <translation>到回答的第一个有效输出为止的时间</translation>
    </message>
    <message>
        <source>Tokens of the answer as the client was told; ≈ estimated</source>
        <translation>告知客户端的回答 tokens 数；≈ 表示估算</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求模型</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首字</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Pinned: stays on top until the program ends</source>
        <translation>已置顶：在程序退出前一直在最前</translation>
    </message>
    <message>
        <source>Drill: %1</source>
        <translation>演练：%1</translation>
    </message>
    <message>
        <source>A drill with the key %1: it counts for nothing</source>
        <translation>使用密钥 %1 的演练：不计入任何统计</translation>
    </message>
</context>
<context>
    <name>understudy::LogPage</name>
    <message>
        <source>Older requests could not be read: %1</source>
        <translation>无法读取更早的请求：%1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Pause the list</source>
        <translation>暂停列表</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Show new requests again (Space)</source>
        <translation>继续显示新请求（空格）</translation>
    </message>
    <message>
        <source>Hold the list still (Space)</source>
        <translation>让列表停住（空格）</translation>
    </message>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n 条新请求 ↑</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them and go on</source>
        <translation>显示它们并继续</translation>
    </message>
    <message>
        <source>Go to the newest request</source>
        <translation>转到最新的请求</translation>
    </message>
    <message>
        <source>Opening the log…</source>
        <translation>正在打开请求日志…</translation>
    </message>
    <message>
        <source>Looking for older requests…</source>
        <translation>正在查找更早的请求…</translation>
    </message>
    <message>
        <source>Older requests could not be read</source>
        <translation>无法读取更早的请求</translation>
    </message>
    <message>
        <source>No request matches this filter</source>
        <translation>没有符合筛选条件的请求</translation>
    </message>
    <message>
        <source>The list holds the last requests; older ones may match.</source>
        <translation>列表中是最近的请求；更早的请求可能符合条件。</translation>
    </message>
    <message>
        <source>Neither the last requests nor older ones match.</source>
        <translation>最近的和更早的请求都不符合条件。</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Search Older Requests</source>
        <translation>查找更早的请求</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>Every request that a client sends to the gateway is listed here, with each attempt and its reason.</source>
        <translation>客户端发给网关的每个请求都列在这里，包括每次尝试及其原因。</translation>
    </message>
    <message>
        <source>Send a Demo Request</source>
        <translation>发送一次演示请求</translation>
    </message>
    <message>
        <source>The request could not be shown: %1</source>
        <translation>无法显示该请求：%1</translation>
    </message>
    <message>
        <source>Request log</source>
        <translation>请求日志</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export what the filter shows</source>
        <translation>导出筛选出的请求</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>按 %1 筛选</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>排除 %1</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Copy Row</source>
        <translation>复制此行</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Looking for older requests… back to %1</source>
        <translation>正在查找更早的请求… 已到 %1</translation>
    </message>
</context>
<context>
    <name>understudy::MainWindow</name>
    <message>
        <source>%1 — Understudy</source>
        <translation>%1 — Understudy</translation>
    </message>
</context>
<context>
    <name>understudy::MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>understudy::ModelChoicesModel</name>
    <message>
        <source>%1, %2, ticked</source>
        <translation>%1，%2，已勾选</translation>
    </message>
    <message>
        <source>%1, %2, not ticked</source>
        <translation>%1，%2，未勾选</translation>
    </message>
    <message>
        <source>Price of a million prompt tokens; optional</source>
        <translation>每百万输入 tokens 的价格，可选</translation>
    </message>
    <message>
        <source>Price of a million answer tokens; optional</source>
        <translation>每百万输出 tokens 的价格，可选</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>In /M</source>
        <translation>输入价</translation>
    </message>
    <message>
        <source>Out /M</source>
        <translation>输出价</translation>
    </message>
</context>
<context>
    <name>understudy::ModelChooser</name>
    <message>
        <source>The list did not come: %1</source>
        <translation>没有获取到列表：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n new model(s), not ticked yet</source>
        <translation>
            <numerusform>新增 %n 个模型，尚未勾选</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new in the provider&apos;s list</source>
        <translation>提供商的列表没有新模型</translation>
    </message>
    <message>
        <source>The provider&apos;s list is empty</source>
        <translation>提供商的列表为空</translation>
    </message>
    <message>
        <source>Search, or type the ID of another model</source>
        <translation>搜索，或输入其他模型的 ID</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Tick all models shown</source>
        <translation>勾选显示的全部模型</translation>
    </message>
    <message>
        <source>Untick all models shown</source>
        <translation>取消勾选显示的全部模型</translation>
    </message>
    <message>
        <source>Currency of the prices</source>
        <translation>价格的币种</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Fetch List</source>
        <translation>获取列表</translation>
    </message>
    <message>
        <source>Asking the provider for its models…</source>
        <translation>正在向提供商获取模型…</translation>
    </message>
    <message>
        <source>Not in the list. Enter adds it.</source>
        <translation>列表中没有，按回车添加。</translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>已勾选 %1 / %2</translation>
    </message>
</context>
<context>
    <name>understudy::ModelsPage</name>
    <message>
        <source>Large models</source>
        <translation>大模型管理</translation>
    </message>
    <message>
        <source>No channel can be tested: they are paused or marked “do not test automatically”.</source>
        <translation>没有可测试的调用渠道：它们已暂停，或标记为“不自动测试”。</translation>
    </message>
    <message>
        <source>About %1 tokens at each provider, so about %2 in all.</source>
        <translation>每个调用渠道约 %1 tokens，总计约 %2 tokens。</translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) are left out: paused, or marked “do not test automatically”.</source>
        <translation>
            <numerusform>跳过 %n 个调用渠道：已暂停，或标记为“不自动测试”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test %n channel(s)?</source>
        <translation>
            <numerusform>测试 %n 个调用渠道？</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) work</source>
        <translation>
            <numerusform>%n 个调用渠道可用</numerusform>
        </translation>
    </message>
    <message>
        <source>Tested: %1.</source>
        <translation>测试完成：%1。</translation>
    </message>
    <message>
        <source>Tested: %1; these do not: %2. Open one to see why.</source>
        <translation>测试完成：%1；以下不可用：%2。打开即可查看原因。</translation>
    </message>
    <message>
        <source>Cancel Tests (%1 of %2)</source>
        <translation>取消测试（%1 / %2）</translation>
    </message>
    <message>
        <source>Test All</source>
        <translation>测试全部</translation>
    </message>
    <message numerus="yes">
        <source>“%1” still has %n channel(s). Delete them first.</source>
        <translation>
            <numerusform>“%1”还有 %n 个调用渠道，请先删除它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider “%1” deleted</source>
        <translation>提供商“%1”已删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Call Channels</source>
        <translation>调用渠道</translation>
    </message>
    <message>
        <source>Create Call Channel</source>
        <translation>创建调用渠道</translation>
    </message>
    <message>
        <source>Create Gateway Access Key</source>
        <translation>创建网关访问密钥</translation>
    </message>
    <message>
        <source>Test Its Channels</source>
        <translation>测试其调用渠道</translation>
    </message>
    <message>
        <source>Edit Provider…</source>
        <translation>编辑提供商…</translation>
    </message>
    <message>
        <source>Delete Provider</source>
        <translation>删除提供商</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n call channel(s)</source>
        <translation>
            <numerusform>%1：%n 个调用渠道</numerusform>
        </translation>
    </message>
    <message>
        <source>Create Channel</source>
        <translation>创建调用渠道</translation>
    </message>
    <message>
        <source>Create call channel (C)</source>
        <translation>创建调用渠道（C）</translation>
    </message>
    <message>
        <source>%1: create call channel</source>
        <translation>%1：创建调用渠道</translation>
    </message>
    <message>
        <source>Create Key</source>
        <translation>创建网关访问密钥</translation>
    </message>
    <message>
        <source>Create gateway access key (K)</source>
        <translation>创建网关访问密钥（K）</translation>
    </message>
    <message>
        <source>Needs a call channel first</source>
        <translation>请先创建调用渠道</translation>
    </message>
    <message>
        <source>%1: create gateway access key</source>
        <translation>%1：创建网关访问密钥</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1：更多</translation>
    </message>
    <message>
        <source>Add Custom Provider…</source>
        <translation>添加自定义提供商…</translation>
    </message>
    <message>
        <source>Tests every channel that may be tested automatically; asks first</source>
        <translation>测试所有允许自动测试的调用渠道；会先询问</translation>
    </message>
    <message>
        <source>Own third-party models</source>
        <translation>自有三方模型</translation>
    </message>
    <message>
        <source>Built-in models</source>
        <translation>平台预置模型</translation>
    </message>
    <message>
        <source>Filter by name or address (Ctrl+F)</source>
        <translation>按名称或地址筛选（Ctrl+F）</translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>筛选提供商</translation>
    </message>
    <message>
        <source>Only connected ones</source>
        <translation>只看已接入的</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>模型提供商</translation>
    </message>
    <message>
        <source>No provider matches this filter</source>
        <translation>没有符合筛选条件的提供商</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>understudy::Navigation</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Large models</source>
        <translation>大模型管理</translation>
    </message>
    <message>
        <source>Gateway access keys</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>Usage statistics</source>
        <translation>用量统计</translation>
    </message>
    <message>
        <source>Request log</source>
        <translation>请求日志</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Model configuration</source>
        <translation>模型配置管理</translation>
    </message>
    <message>
        <source>Failover drill</source>
        <translation>容灾演练</translation>
    </message>
</context>
<context>
    <name>understudy::NetworkSection</name>
    <message>
        <source>no proxy</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>System proxy</source>
        <translation>系统代理</translation>
    </message>
    <message>
        <source>Channels with a way of their own</source>
        <translation>单独设置代理的渠道</translation>
    </message>
    <message>
        <source>Calls to providers go through the system&apos;s proxy: the variables http_proxy, https_proxy and no_proxy of the session in which Understudy was started. Addresses on this computer are always reached directly. Change it in the desktop&apos;s network settings, then start Understudy again.</source>
        <translation>对提供商的调用使用系统代理，即启动 Understudy 的会话中的 http_proxy、https_proxy 和 no_proxy 变量。本机地址总是直连。请在桌面的网络设置中修改，然后重新启动 Understudy。</translation>
    </message>
    <message>
        <source>Now: no proxy is set, providers are reached directly.</source>
        <translation>现在：未设置代理，直接连接提供商。</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
    <message>
        <source>None. A channel can have its own proxy, or none: see its advanced options.</source>
        <translation>无。渠道可以有自己的代理或不用代理，见渠道的高级选项。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit the channel %1</source>
        <translation>编辑渠道 %1</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>proxy, http_proxy, https_proxy, no_proxy</source>
        <translation>代理 http_proxy https_proxy no_proxy</translation>
    </message>
</context>
<context>
    <name>understudy::NewPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>✕ The two are not the same.</source>
        <translation>✕ 两次输入不一致。</translation>
    </message>
    <message>
        <source>At least %1 characters. Four or five random words are easy to remember and hard to guess.</source>
        <translation>至少 %1 个字符。四五个随机的词好记又难猜。</translation>
    </message>
    <message>
        <source>◔ Weak: make it longer.</source>
        <translation>◔ 较弱：请再长一些。</translation>
    </message>
    <message>
        <source>◑ Fair: one more word would help.</source>
        <translation>◑ 一般：再加一个词更好。</translation>
    </message>
    <message>
        <source>● Strong.</source>
        <translation>● 很强。</translation>
    </message>
</context>
<context>
    <name>understudy::NoticePanel</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
</context>
<context>
    <name>understudy::OverviewPage</name>
    <message>
        <source>See a Failover</source>
        <translation>看一次故障转移</translation>
    </message>
    <message>
        <source>A request to simulated models whose primary fails: no account, no cost</source>
        <translation>向模拟模型发送一次主模型会失败的请求：无需账号，没有费用</translation>
    </message>
    <message>
        <source>Remove the Demo</source>
        <translation>移除演示</translation>
    </message>
    <message>
        <source>Deletes the demo&apos;s gateway access key; it can be undone</source>
        <translation>删除演示用的网关访问密钥；可以撤销</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有任何记录</translation>
    </message>
    <message>
        <source>Requests, their results and the health of your channels will be shown here.</source>
        <translation>请求、结果和调用渠道的健康状况会显示在这里。</translation>
    </message>
    <message>
        <source>Show the steps to set up</source>
        <translation>显示设置步骤</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>最近的请求</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>查看全部</translation>
    </message>
    <message>
        <source>Show all requests</source>
        <translation>查看全部请求</translation>
    </message>
    <message>
        <source>Channel health</source>
        <translation>调用渠道健康状况</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Manage channels</source>
        <translation>管理调用渠道</translation>
    </message>
    <message>
        <source>No request has ended yet.</source>
        <translation>还没有结束的请求。</translation>
    </message>
    <message>
        <source>No call channel yet. Built-in models need none.</source>
        <translation>还没有调用渠道。平台预置模型不需要调用渠道。</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>今日请求</translation>
    </message>
    <message>
        <source>Requests that ended since midnight on this computer&apos;s clock, answers from the cache included. Failover drills are left out.</source>
        <translation>本机时间零点以来结束的请求，含缓存命中，不含容灾演练。</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>今日 tokens</translation>
    </message>
    <message>
        <source>Tokens of every attempt since midnight, also of the failed ones, as far as they were reported or estimated. Unknown ones are not in the sum.</source>
        <translation>零点以来所有尝试（包括失败的）的 tokens，以已上报或可估算的为准。未知的不计入合计。</translation>
    </message>
    <message>
        <source>Success after failover</source>
        <translation>故障转移后成功率</translation>
    </message>
    <message>
        <source>Saved by failover</source>
        <translation>故障转移挽救</translation>
    </message>
    <message>
        <source>%1 at the first try</source>
        <translation>首次尝试即成功 %1</translation>
    </message>
    <message>
        <source>No request has ended today</source>
        <translation>今日还没有结束的请求</translation>
    </message>
    <message numerus="yes">
        <source>and %n by a retry</source>
        <translation>
            <numerusform>另有 %n 个由重试挽救</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running now</source>
        <translation>
            <numerusform>%n 个正在进行</numerusform>
        </translation>
    </message>
    <message>
        <source>none running now</source>
        <translation>没有正在进行的请求</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The usage could not be read</source>
        <translation>无法读取用量</translation>
    </message>
    <message numerus="yes">
        <source>and %n attempt(s) unknown</source>
        <translation>
            <numerusform>另有 %n 次尝试未知</numerusform>
        </translation>
    </message>
    <message>
        <source>failed attempts included</source>
        <translation>含失败的尝试</translation>
    </message>
    <message>
        <source>Built-in models</source>
        <translation>平台预置模型</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Rescue Report</source>
        <translation>容灾成效报告</translation>
    </message>
    <message>
        <source>What failover was worth: requests saved, how much later, at what cost</source>
        <translation>故障转移的成效：挽救了多少请求、晚了多久、花了多少</translation>
    </message>
    <message>
        <source>Requests that got a whole answer, of all that ended by themselves since midnight; those that their client left do not count.</source>
        <translation>今天零点以来自行结束的请求中得到完整应答的比例；客户端主动断开的不计入。</translation>
    </message>
    <message>
        <source>Requests since midnight that a backup answered because the model before it failed or was not to be had.</source>
        <translation>今天零点以来，因前面的模型失败或不可用而由备选模型应答的请求。</translation>
    </message>
    <message>
        <source>Run a Drill</source>
        <translation>容灾演练</translation>
    </message>
    <message>
        <source>Plays an outage to the models of a key and shows what your application would see</source>
        <translation>为密钥的模型模拟一次故障，显示应用会得到什么</translation>
    </message>
    <message>
        <source>Show these requests</source>
        <translation>查看这些请求</translation>
    </message>
</context>
<context>
    <name>understudy::PrivacySection</name>
    <message>
        <source>No program opened the folder. Its path is above.</source>
        <translation>没有程序能打开这个目录，路径见上方。</translation>
    </message>
    <message>
        <source>Contents of requests</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Everything stays on this computer: no account, no telemetry. The request log keeps times, models, tokens and results, but prompts and answers only for keys that record them. That is chosen in each key, and off in a new one.</source>
        <translation>一切都留在本机：没有账号，没有遥测。请求日志保存时间、模型、token 和结果；只有开启了记录的密钥才保存提示词和回答。它在每个密钥中设置，新密钥默认关闭。</translation>
    </message>
    <message>
        <source>No key records contents.</source>
        <translation>没有密钥在记录内容。</translation>
    </message>
    <message>
        <source>Open Data Folder</source>
        <translation>打开数据目录</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>The database, the master key when it is in a file, and these preferences.</source>
        <translation>数据库、保存为文件的主密钥，以及这些偏好设置。</translation>
    </message>
    <message>
        <source>● %1 records contents</source>
        <translation>● %1 正在记录内容</translation>
    </message>
    <message>
        <source>Stop Recording</source>
        <translation>停止记录</translation>
    </message>
    <message>
        <source>Stop recording contents of %1</source>
        <translation>停止记录 %1 的内容</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit the key %1</source>
        <translation>编辑密钥 %1</translation>
    </message>
    <message>
        <source>✕ Not saved: %1</source>
        <translation>✕ 未保存：%1</translation>
    </message>
    <message>
        <source>Privacy and logs</source>
        <translation>隐私与日志</translation>
    </message>
    <message>
        <source>content recording, data folder, telemetry</source>
        <translation>内容记录 数据目录 遥测</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在删除…</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Request log</source>
        <translation>请求日志</translation>
    </message>
    <message>
        <source>Keep requests for</source>
        <translation>请求保留时间</translation>
    </message>
    <message>
        <source>Older ones are deleted while the gateway works. Usage statistics stay.</source>
        <translation>更早的请求会在网关工作时删除，用量统计保留。</translation>
    </message>
    <message>
        <source>Largest size of the database</source>
        <translation>数据库最大容量</translation>
    </message>
    <message>
        <source>When it is larger, the oldest requests go first. Not with PostgreSQL.</source>
        <translation>超过时先删除最早的请求。不适用于 PostgreSQL。</translation>
    </message>
    <message>
        <source>Keep recorded prompts and answers for</source>
        <translation>已记录的提示词和回答保留时间</translation>
    </message>
    <message>
        <source>Only keys that record contents have any.</source>
        <translation>仅记录内容的密钥才有。</translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation>清空日志</translation>
    </message>
    <message>
        <source>Deletes the requests, not the usage statistics.</source>
        <translation>删除请求记录，不影响用量统计。</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>without limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清空…</translation>
    </message>
</context>
<context>
    <name>understudy::ProviderDialog</name>
    <message>
        <source>Optional: a channel can add models that are not in this list.</source>
        <translation>可选：调用渠道可以添加此列表之外的模型。</translation>
    </message>
    <message>
        <source>%1 is opened by a channel. Tick it, or take it out of the channel first.</source>
        <translation>%1 正被某个调用渠道使用。请勾选它，或先从该调用渠道中移除。</translation>
    </message>
    <message>
        <source>Provider “%1” added</source>
        <translation>提供商“%1”已添加</translation>
    </message>
    <message>
        <source>Provider “%1” saved</source>
        <translation>提供商“%1”已保存</translation>
    </message>
    <message>
        <source>Create Call Channel</source>
        <translation>创建调用渠道</translation>
    </message>
    <message>
        <source>Discard the new provider?</source>
        <translation>放弃新建的提供商？</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>放弃修改？</translation>
    </message>
    <message>
        <source>What you entered here is not saved yet.</source>
        <translation>您输入的内容尚未保存。</translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Add custom provider</source>
        <translation>添加自定义提供商</translation>
    </message>
    <message>
        <source>Edit provider “%1”</source>
        <translation>编辑提供商“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>How it takes its key</source>
        <translation>API Key 的传递方式</translation>
    </message>
    <message>
        <source>Authorization: Bearer (usual)</source>
        <translation>Authorization: Bearer（常用）</translation>
    </message>
    <message>
        <source>Header api-key (Azure)</source>
        <translation>请求头 api-key（Azure）</translation>
    </message>
    <message>
        <source>No key needed</source>
        <translation>不需要 API Key</translation>
    </message>
    <message>
        <source>Lists its models (GET /models)</source>
        <translation>提供模型列表（GET /models）</translation>
    </message>
    <message>
        <source>Reports tokens of streams when asked (stream_options)</source>
        <translation>流式回答可按要求报告 tokens（stream_options）</translation>
    </message>
    <message>
        <source>Models that it serves</source>
        <translation>提供的模型</translation>
    </message>
    <message>
        <source>Use Shipped Settings</source>
        <translation>恢复预设</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add Provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>understudy::ProvidersModel</name>
    <message>
        <source>Start here: create a call channel</source>
        <translation>从这里开始：创建调用渠道</translation>
    </message>
    <message>
        <source>needs your own address</source>
        <translation>需要填写您自己的地址</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>无调用</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接入</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n channel(s), %2</source>
        <translation>
            <numerusform>%1，%n 个调用渠道，%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n model(s) listed</source>
        <translation>
            <numerusform>%1，列出 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) in the last 24 hours, %1 answered</source>
        <translation>
            <numerusform>最近 24 小时 %n 次调用，%1 成功</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>模型提供商</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>调用渠道</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>understudy::RequestActions</name>
    <message>
        <source>The repeated request was not answered: %1</source>
        <translation>重发的请求没有得到回答：%1</translation>
    </message>
    <message>
        <source>The request was sent once more.</source>
        <translation>请求已重发。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Copied. The command reads the key from OPENAI_API_KEY.</source>
        <translation>已复制。命令从 OPENAI_API_KEY 读取密钥。</translation>
    </message>
    <message>
        <source>Keys are only shown after the passphrase has been given. View Key asks for it.</source>
        <translation>输入口令后才能显示密钥。“查看密钥”会要求输入口令。</translation>
    </message>
    <message>
        <source>View Key</source>
        <translation>查看密钥</translation>
    </message>
    <message>
        <source>Copied with the key of “%1”. The clipboard forgets it after 30 seconds.</source>
        <translation>已连同“%1”的密钥一起复制。剪贴板会在 30 秒后清除。</translation>
    </message>
    <message>
        <source>The channel “%1” does not exist any more.</source>
        <translation>渠道“%1”已不存在。</translation>
    </message>
    <message>
        <source>Record the contents of “%1”?</source>
        <translation>记录“%1”的内容？</translation>
    </message>
    <message numerus="yes">
        <source>The text of the next %n request(s) and answers with this key is stored in the database of this computer, up to 256 KB each: what people write and what models answer. Credentials are not part of it. Then recording ends by itself, and also when this program is quit. Recorded contents are deleted after the days that Settings ▸ Privacy and logs says.</source>
        <translation>
            <numerusform>使用此密钥的接下来 %n 条请求及其回答的文字会保存在本机数据库中，每份最多 256 KB：包括人们写的内容和模型的回答，不含凭证。之后自动停止记录；退出本程序时也会停止。已记录的内容在“设置 ▸ 隐私与日志”所定的天数后删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Record %n Request(s)</source>
        <translation>
            <numerusform>记录 %n 条请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Record Until Stopped</source>
        <translation>一直记录，直到手动停止</translation>
    </message>
    <message>
        <source>The key could not be changed: %1</source>
        <translation>密钥未能修改：%1</translation>
    </message>
    <message numerus="yes">
        <source>The contents of the next %n request(s) with “%1” are recorded.</source>
        <translation>
            <numerusform>接下来会记录“%1”的 %n 条请求的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>The contents of requests with “%1” are recorded from now on.</source>
        <translation>从现在起记录“%1”的请求内容。</translation>
    </message>
    <message>
        <source>The contents of requests with “%1” are not recorded any more.</source>
        <translation>不再记录“%1”的请求内容。</translation>
    </message>
</context>
<context>
    <name>understudy::RescueReport</name>
    <message>
        <source>No request in this time</source>
        <translation>这段时间没有请求</translation>
    </message>
    <message>
        <source>Nothing had to be saved</source>
        <translation>没有需要挽救的请求</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) saved</source>
        <translation>
            <numerusform>挽救了 %n 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) ended in this time.</source>
        <translation>
            <numerusform>这段时间共有 %n 个请求结束。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would have failed with the first try alone.</source>
        <translation>
            <numerusform>其中 %n 个若只调用一次就会失败。</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them were answered at the first try or from the cache.</source>
        <translation>全部在首次调用时或由缓存得到应答。</translation>
    </message>
    <message>
        <source>Saved: %1 (%2 by a backup, %3 by a retry).</source>
        <translation>挽救：%1 个（备选模型 %2 个，重试 %3 个）。</translation>
    </message>
    <message>
        <source>A saved request came %1 later on average.</source>
        <translation>被挽救的请求平均晚 %1 得到应答。</translation>
    </message>
    <message numerus="yes">
        <source>%n got no whole answer in spite of everything.</source>
        <translation>
            <numerusform>有 %n 个请求最终仍未得到完整应答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed attempts used %1 tokens.</source>
        <translation>失败的尝试用了 %1 tokens。</translation>
    </message>
    <message>
        <source>Failed attempts used %1 tokens (%2).</source>
        <translation>失败的尝试用了 %1 tokens（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>What %n attempt(s) used is unknown: nobody reported it.</source>
        <translation>
            <numerusform>有 %n 次尝试的用量未知：没有人报告。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rescue report</source>
        <translation>容灾成效报告</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) are recorded and not counted here yet.</source>
        <translation>
            <numerusform>另有 %Ln 个请求已记录，尚未计入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::RescueReportDialog</name>
    <message>
        <source>Rescue Report</source>
        <translation>容灾成效报告</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>The usage could not be read</source>
        <translation>无法读取用量</translation>
    </message>
    <message>
        <source>How requests ended</source>
        <translation>请求如何结束</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save Rescue Report</source>
        <translation>保存容灾成效报告</translation>
    </message>
    <message>
        <source>The report was saved to %1.</source>
        <translation>报告已保存到 %1。</translation>
    </message>
    <message>
        <source>The file could not be written: %1. Choose another folder.</source>
        <translation>无法写入文件：%1。请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>understudy::ResetKey</name>
    <message>
        <source>Old secret of “%1” until %2</source>
        <translation>“%1”的旧密钥，有效至 %2</translation>
    </message>
    <message>
        <source>“%1” was not reset. %2</source>
        <translation>“%1”未能重置。%2</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has a new secret. The old one works for %n more hour(s), as the key “%2”.</source>
        <translation>
            <numerusform>“%1”已更换密钥。旧密钥作为“%2”在 %n 小时内仍可使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has a new secret; the old one is refused from now on.</source>
        <translation>“%1”已更换密钥；旧密钥从现在起会被拒绝。</translation>
    </message>
    <message>
        <source>Reset the key “%1”?</source>
        <translation>重置密钥“%1”？</translation>
    </message>
    <message>
        <source>It gets a new secret and keeps its name, models and policy. Every application that uses the old secret must be given the new one. To leave time for that, the old secret can go on as a key of its own, “%1”, that expires by itself and counts its own requests and limits.</source>
        <translation>密钥会更换，名称、模型和调用配置保持不变。所有使用旧密钥的应用都需要换成新密钥。为留出时间，旧密钥可以作为单独的密钥“%1”继续使用，到期自动失效，请求和限额单独计算。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the Old One for 24 h</source>
        <translation>旧密钥保留 24 小时</translation>
    </message>
    <message>
        <source>Keep the Old One for 1 h</source>
        <translation>旧密钥保留 1 小时</translation>
    </message>
    <message>
        <source>Reset Now</source>
        <translation>立即重置</translation>
    </message>
</context>
<context>
    <name>understudy::RunPanel</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>你是谁？</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Now from Your Own Terminal</source>
        <translation>在自己的终端里试试</translation>
    </message>
    <message>
        <source>Copies the curl command with the key; paste it into a terminal.</source>
        <translation>复制含密钥的 curl 命令，粘贴到终端即可运行。</translation>
    </message>
    <message>
        <source>Use My Own Provider</source>
        <translation>使用我的提供商</translation>
    </message>
    <message>
        <source>Repair the Primary</source>
        <translation>修好主模型</translation>
    </message>
    <message>
        <source>Break It Again</source>
        <translation>再次弄坏主模型</translation>
    </message>
    <message>
        <source>The primary model fails in turns: an error, then silence. Repair it and run again.</source>
        <translation>主模型轮流出错：先返回错误，再无响应。修好后再运行一次。</translation>
    </message>
    <message>
        <source>The primary model answers. Break it and run again to see a failover.</source>
        <translation>主模型可以回答。弄坏后再运行一次，即可看到故障转移。</translation>
    </message>
    <message>
        <source>… The request is under way.</source>
        <translation>… 请求正在进行。</translation>
    </message>
    <message>
        <source>✓ The answer is complete; what it took is being read from the log.</source>
        <translation>✓ 回答完整；正在从日志读取经过。</translation>
    </message>
    <message>
        <source>○ Stopped. The provider&apos;s call was ended too.</source>
        <translation>○ 已停止。对提供商的调用也已结束。</translation>
    </message>
    <message>
        <source>✕ No complete answer: %1</source>
        <translation>✕ 未得到完整回答：%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>understudy::SecondsField</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>understudy::SecretField</name>
    <message>
        <source>Not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message numerus="yes">
        <source>In the clipboard for another %n second(s)</source>
        <translation>
            <numerusform>在剪贴板中还将保留 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy; the clipboard is cleared after 30 seconds</source>
        <translation>复制；30 秒后会清空剪贴板</translation>
    </message>
</context>
<context>
    <name>understudy::SecretsSection</name>
    <message>
        <source>Where the master key lives</source>
        <translation>主密钥保存在哪里</translation>
    </message>
    <message>
        <source>In the system keyring</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>Your desktop unlocks it when you log in. Other programs of yours could ask for it; a copy of the data folder alone is worthless.</source>
        <translation>登录桌面时自动解锁。你的其他程序也可以请求读取；单独拷走数据目录没有用。</translation>
    </message>
    <message>
        <source>Nowhere: ask me for a passphrase at start</source>
        <translation>不保存：启动时询问口令</translation>
    </message>
    <message>
        <source>Safest. After each start channels work only when you have typed it. A forgotten passphrase cannot be recovered: credentials must then be entered anew.</source>
        <translation>最安全。每次启动后输入口令，渠道才能使用。忘记的口令无法找回，只能重新输入凭证。</translation>
    </message>
    <message>
        <source>In a file that only I can read</source>
        <translation>仅自己可读的文件</translation>
    </message>
    <message>
        <source>Works without anybody at the keyboard, also on servers. Whoever can read your files, or has your disk or a backup, can read the credentials too.</source>
        <translation>无人值守也能工作，适合服务器。能读取你的文件、拿到磁盘或备份的人，也能读取凭证。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Check the System Keyring</source>
        <translation>检查系统密钥环</translation>
    </message>
    <message>
        <source>Move the Master Key</source>
        <translation>移动主密钥</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>The secrets are locked</source>
        <translation>密钥已锁定</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>The secrets are unlocked</source>
        <translation>密钥已解锁</translation>
    </message>
    <message>
        <source>The master key is in a file in the data folder that only you can read.</source>
        <translation>主密钥在数据目录中仅自己可读的文件里。</translation>
    </message>
    <message>
        <source>The master key is in the system keyring.</source>
        <translation>主密钥在系统密钥环中。</translation>
    </message>
    <message>
        <source>The master key is made from your passphrase at each start.</source>
        <translation>主密钥在每次启动时由口令生成。</translation>
    </message>
    <message>
        <source>Credentials and gateway access keys are stored encrypted.</source>
        <translation>凭证和网关访问密钥加密保存。</translation>
    </message>
    <message>
        <source>Until it is unlocked, channels with a stored credential cannot be called.</source>
        <translation>解锁之前，无法使用保存了凭证的渠道。</translation>
    </message>
    <message>
        <source>Change the Passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Enter the passphrase first.</source>
        <translation>请先输入口令。</translation>
    </message>
    <message>
        <source>This is not the passphrase. Try again.</source>
        <translation>口令不对，请重试。</translation>
    </message>
    <message>
        <source>The keyring works: a test entry was written, read back and deleted.</source>
        <translation>密钥环正常：已写入、读回并删除一个测试项。</translation>
    </message>
    <message>
        <source>Done. The next start asks for this passphrase.</source>
        <translation>完成。下次启动时会询问这个口令。</translation>
    </message>
    <message>
        <source>Done. The master key has moved.</source>
        <translation>完成。主密钥已移动。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>什么都没有改变。</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>密钥与加密</translation>
    </message>
    <message>
        <source>master key, passphrase, keyring, lock, unlock, encryption</source>
        <translation>主密钥 口令 密钥环 锁定 解锁 加密</translation>
    </message>
</context>
<context>
    <name>understudy::SettingsPage</name>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置分类</translation>
    </message>
    <message>
        <source>Reset This Section</source>
        <translation>恢复本节默认值</translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation>没有匹配的设置</translation>
    </message>
    <message>
        <source>Try another word, or look through the sections.</source>
        <translation>换一个词，或逐个查看各分类。</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Reset the section %1</source>
        <translation>恢复“%1”的默认值</translation>
    </message>
    <message>
        <source>The section “%1” has its original values again.</source>
        <translation>“%1”已恢复默认值。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>understudy::SetupChecklist</name>
    <message>
        <source>Set up</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide these steps; the menu Help brings them back</source>
        <translation>隐藏这些步骤；可从“帮助”菜单再次显示</translation>
    </message>
    <message>
        <source>Create a call channel</source>
        <translation>创建调用渠道</translation>
    </message>
    <message>
        <source>A provider with your credential and its models</source>
        <translation>一个模型提供商、您的凭证及其模型</translation>
    </message>
    <message>
        <source>Create a gateway access key</source>
        <translation>创建网关访问密钥</translation>
    </message>
    <message>
        <source>One address and a list of models to try in order</source>
        <translation>一个地址，以及按顺序调用的一组模型</translation>
    </message>
    <message>
        <source>Send a first request</source>
        <translation>发送第一个请求</translation>
    </message>
    <message>
        <source>From your own terminal, or from here</source>
        <translation>在自己的终端里，或直接在这里</translation>
    </message>
    <message>
        <source>See a failover</source>
        <translation>看一次故障转移</translation>
    </message>
    <message>
        <source>Simulated models: no account, no cost</source>
        <translation>使用模拟模型：无需账号，没有费用</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>still to do</source>
        <translation>待完成</translation>
    </message>
</context>
<context>
    <name>understudy::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>understudy::StateNotice</name>
    <message>
        <source>Enter the passphrase first.</source>
        <translation>请先输入口令。</translation>
    </message>
    <message>
        <source>This is not the passphrase. Try again.</source>
        <translation>口令不对，请重试。</translation>
    </message>
    <message>
        <source>The gateway uses port %1 from now on. Give your applications the new address.</source>
        <translation>网关现在使用端口 %1，请把新地址告诉应用程序。</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>复制地址</translation>
    </message>
</context>
<context>
    <name>understudy::TestStages</name>
    <message>
        <source>Steps of the connection test</source>
        <translation>连接测试的步骤</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>进行中…</translation>
    </message>
    <message>
        <source>%1: running</source>
        <translation>%1：进行中</translation>
    </message>
    <message>
        <source>%1: not done yet</source>
        <translation>%1：尚未进行</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
</context>
<context>
    <name>understudy::TransferSection</name>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import a configuration</source>
        <translation>导入配置</translation>
    </message>
    <message>
        <source>From a file or pasted text. You see every change first, and can undo it.</source>
        <translation>从文件或粘贴的文本导入。先看到每一处变化，也可以撤销。</translation>
    </message>
    <message>
        <source>Export the configuration</source>
        <translation>导出配置</translation>
    </message>
    <message>
        <source>Providers, channels, keys and settings in one file; secrets left out, or sealed with a passphrase.</source>
        <translation>提供商、渠道、密钥和设置写入一个文件；密钥不包含，或用口令加密。</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>导入与导出</translation>
    </message>
</context>
<context>
    <name>understudy::Tray</name>
    <message>
        <source>Open Understudy</source>
        <translation>打开 Understudy</translation>
    </message>
    <message>
        <source>Copy Base URL</source>
        <translation>复制接口地址</translation>
    </message>
    <message>
        <source>Copy Key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>还没有密钥</translation>
    </message>
    <message>
        <source>Recent Failovers</source>
        <translation>最近的故障转移</translation>
    </message>
    <message>
        <source>No failover yet</source>
        <translation>还没有故障转移</translation>
    </message>
    <message>
        <source>See a Failover</source>
        <translation>看一次故障转移</translation>
    </message>
    <message>
        <source>Troubleshoot…</source>
        <translation>故障排查…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation>%1（已暂停）</translation>
    </message>
    <message>
        <source>Notifications Paused until %1</source>
        <translation>通知已暂停至 %1</translation>
    </message>
    <message>
        <source>Pause Notifications for 1 h</source>
        <translation>暂停通知 1 小时</translation>
    </message>
</context>
<context>
    <name>understudy::UsageCharts</name>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>调用渠道</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Lost tokens</source>
        <translation>损失的 tokens</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>按密钥</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>Who uses most: by what</source>
        <translation>谁用得最多：分类方式</translation>
    </message>
    <message>
        <source>Who uses most: of what</source>
        <translation>谁用得最多：统计指标</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>表格的行</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>Figures of the table</source>
        <translation>表格的指标</translation>
    </message>
    <message>
        <source>Tokens over time</source>
        <translation>tokens 用量趋势</translation>
    </message>
    <message>
        <source>Did failover help?</source>
        <translation>故障转移起作用了吗？</translation>
    </message>
    <message>
        <source>Who uses most?</source>
        <translation>谁用得最多？</translation>
    </message>
    <message>
        <source>Which channel is slow?</source>
        <translation>哪个渠道慢？</translation>
    </message>
    <message>
        <source>What breaks?</source>
        <translation>什么在出错？</translation>
    </message>
    <message>
        <source>Why does my provider bill more?</source>
        <translation>为什么提供商的账单更高？</translation>
    </message>
    <message>
        <source>Providers may bill attempts that failed. What they did not report is unknown, never 0. Costs come from the prices of the models and are estimates.</source>
        <translation>提供商可能对失败的尝试收费。未报告的用量显示为未知，绝不计为 0。费用按模型单价估算。</translation>
    </message>
    <message>
        <source>Everything by everything</source>
        <translation>交叉统计</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>花了多少钱？</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>没有预算</translation>
    </message>
    <message>
        <source> a month</source>
        <translation> 每月</translation>
    </message>
    <message>
        <source>Budget for a month</source>
        <translation>每月预算</translation>
    </message>
    <message>
        <source>What you mean to spend in a calendar month. The chart shows it spread evenly over the days; nothing is stopped when it is used up: limits of the keys do that.</source>
        <translation>您打算每个自然月花费的金额。图中按天平均分摊;用完时不会停止任何请求，需要停止请用密钥的限额。</translation>
    </message>
    <message>
        <source>Currency of the budget</source>
        <translation>预算的货币</translation>
    </message>
    <message>
        <source>No prices yet. With what your provider takes for a million tokens, this page says what requests cost.</source>
        <translation>尚无价格。填写提供商每百万 token 的价格后，本页会显示请求的费用。</translation>
    </message>
    <message>
        <source>Enter Prices…</source>
        <translation>填写价格…</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Cost in %1</source>
        <translation>费用（%1）</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>总用时</translation>
    </message>
    <message>
        <source>First output</source>
        <translation>首字</translation>
    </message>
    <message>
        <source>Which channel is slow: which time</source>
        <translation>哪个渠道慢：哪种用时</translation>
    </message>
    <message>
        <source>Rows × columns of your choice. A click or Enter on a figure shows its requests in the log.</source>
        <translation>行与列可自选。点击数字或按 Enter 可在日志中查看对应的请求。</translation>
    </message>
</context>
<context>
    <name>understudy::UsageCosts</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>%1, in all</source>
        <translation>%1，累计</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Budget, spread evenly (%1)</source>
        <translation>预算，平均分摊（%1）</translation>
    </message>
    <message>
        <source>Budget until then</source>
        <translation>到此时的预算</translation>
    </message>
    <message>
        <source>%1 in all; an estimate from the prices of the models.</source>
        <translation>共 %1，按模型价格估算。</translation>
    </message>
    <message>
        <source>That is %1 of the budget of %2 for this time: more than planned.</source>
        <translation>是这段时间预算 %2 的 %1，超出计划。</translation>
    </message>
    <message>
        <source>That is %1 of the budget of %2 for this time.</source>
        <translation>是这段时间预算 %2 的 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) without a price are not in it.</source>
        <translation>
            <numerusform>不含 %n 个没有价格的模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost in %1</source>
        <translation>费用（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>其他 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>understudy::UsageFigures</name>
    <message numerus="yes">
        <source>%1: %2 in all, %n bar(s), highest %3 with %4.</source>
        <translation>
            <numerusform>%1：共 %2，%n 个柱，最高为 %3：%4。</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached prompt</source>
        <translation>缓存命中的输入</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Lost in failed attempts</source>
        <translation>失败尝试损失</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Tokens of all attempts</source>
        <translation>全部尝试的 tokens</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>首次成功</translation>
    </message>
    <message>
        <source>After a retry</source>
        <translation>重试后成功</translation>
    </message>
    <message>
        <source>By a backup</source>
        <translation>备选应答</translation>
    </message>
    <message>
        <source>From the cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Broke off</source>
        <translation>中途断开</translation>
    </message>
    <message>
        <source>Client left</source>
        <translation>客户端已离开</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>调用渠道</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>失败的尝试</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95 分位</translation>
    </message>
    <message>
        <source>First output, median</source>
        <translation>首字，中位数</translation>
    </message>
    <message>
        <source>First output, 95th</source>
        <translation>首字，95 分位</translation>
    </message>
    <message>
        <source>%1: half of the answers within %2, 95 % within %3</source>
        <translation>%1：半数应答在 %2 内，95 % 在 %3 内</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>In answers</source>
        <translation>应答中</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Lost tokens</source>
        <translation>损失的 tokens</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>其他 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>模型提供商</translation>
    </message>
    <message>
        <source>Tokens in answers</source>
        <translation>应答 tokens</translation>
    </message>
    <message>
        <source>Of failed attempts</source>
        <translation>失败尝试 tokens</translation>
    </message>
    <message>
        <source>Without report</source>
        <translation>无报告</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>挽救</translation>
    </message>
    <message>
        <source>Attempts without report</source>
        <translation>未上报的尝试</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) saved by a retry or a backup.</source>
        <translation>
            <numerusform>重试或备用模型救回 %n 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>No request needed a retry or a backup.</source>
        <translation>没有请求需要重试或备用模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) got no whole answer.</source>
        <translation>
            <numerusform>%n 个请求没有得到完整回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>None was lost.</source>
        <translation>没有丢失请求。</translation>
    </message>
    <message>
        <source>Most: %1 with %2 (%3 of all).</source>
        <translation>最多：%1，%2（占全部的 %3）。</translation>
    </message>
    <message>
        <source>%1, 95 %</source>
        <translation>%1，95 %</translation>
    </message>
    <message>
        <source>%1: half of the first outputs within %2, 95 % within %3</source>
        <translation>%1：半数首字在 %2 内，95 % 在 %3 内</translation>
    </message>
    <message>
        <source>Slowest: %1, half of its answers within %2. Thin lines: 95 % of the answers.</source>
        <translation>最慢：%1，半数应答在 %2 内。细线：95 % 的应答。</translation>
    </message>
    <message>
        <source>Slowest: %1, half of its first outputs within %2. Thin lines: 95 % of the answers.</source>
        <translation>最慢：%1，半数首字在 %2 内。细线：95 % 的应答。</translation>
    </message>
    <message>
        <source>Attempts with an estimate</source>
        <translation>用量为估算的尝试</translation>
    </message>
    <message>
        <source>Cost, estimated</source>
        <translation>费用（估算）</translation>
    </message>
    <message>
        <source>Cost in %1, estimated</source>
        <translation>费用（%1，估算）</translation>
    </message>
</context>
<context>
    <name>understudy::UsagePage</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Days begin at midnight on this computer&apos;s clock</source>
        <translation>每天从本机时间零点开始</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部密钥</translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>刷新（F5）</translation>
    </message>
    <message>
        <source>Gateway access keys</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>Usage by gateway access key</source>
        <translation>各网关访问密钥的用量</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Requests that ended in this period, answers from the cache included. Failover drills are left out.</source>
        <translation>本时段内结束的请求，含缓存命中，不含容灾演练。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Tokens of the answers that clients got, as they were told. Failed attempts are counted below, by provider.</source>
        <translation>客户端收到的回答所用的 tokens，与告知客户端的一致。失败的尝试计入下方的提供商表。</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>失败的尝试</translation>
    </message>
    <message>
        <source>Calls to a provider that ended otherwise than with an answer. Calls that their client left are not among them.</source>
        <translation>未以回答结束的提供商调用。客户端中途离开的不计。</translation>
    </message>
    <message>
        <source>Attempts without report</source>
        <translation>未上报的尝试</translation>
    </message>
    <message>
        <source>Calls whose tokens no provider reported. They are unknown, not 0, and are missing in every sum.</source>
        <translation>提供商没有上报 tokens 的调用。它们是未知，不是 0，也不在任何合计之内。</translation>
    </message>
    <message>
        <source>No requests in this period</source>
        <translation>该时段内没有请求</translation>
    </message>
    <message>
        <source>Usage is counted here from the first request that a client sends with a gateway access key.</source>
        <translation>从客户端用网关访问密钥发出第一个请求开始，用量会统计在这里。</translation>
    </message>
    <message>
        <source>Show Last 30 Days</source>
        <translation>查看最近 30 天</translation>
    </message>
    <message>
        <source>Send a Demo Request</source>
        <translation>发送一次演示请求</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>The usage could not be read</source>
        <translation>无法读取用量</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in · %2 out</source>
        <translation>输入 %1 · 输出 %2</translation>
    </message>
    <message>
        <source>%1 of all attempts</source>
        <translation>占全部尝试的 %1</translation>
    </message>
    <message>
        <source>Their tokens are unknown</source>
        <translation>它们的 tokens 数未知</translation>
    </message>
    <message>
        <source>Every attempt was reported</source>
        <translation>每次尝试都已上报</translation>
    </message>
    <message>
        <source>Usage statistics</source>
        <translation>用量统计</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>自定义…</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>Call channel</source>
        <translation>调用渠道</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>全部模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Export as CSV: every figure of this page by time, key, channel and model</source>
        <translation>导出 CSV：本页全部数据，按时间、密钥、渠道和模型</translation>
    </message>
    <message>
        <source>The end must be after the beginning</source>
        <translation>结束时间必须晚于开始时间</translation>
    </message>
    <message>
        <source>Choose a later end, or an earlier beginning.</source>
        <translation>请选择更晚的结束时间或更早的开始时间。</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV for Excel (*.csv)</source>
        <translation>适用于 Excel 的 CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export Usage</source>
        <translation>导出用量</translation>
    </message>
    <message>
        <source>The file could not be written: %1. Choose another folder.</source>
        <translation>无法写入文件：%1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Usage was exported to %1.</source>
        <translation>用量已导出到 %1。</translation>
    </message>
    <message>
        <source>%1 · %2 tokens saved by the cache</source>
        <translation>%1 · 缓存节省 %2 tokens</translation>
    </message>
    <message>
        <source>Show these requests</source>
        <translation>查看这些请求</translation>
    </message>
</context>
<context>
    <name>understudy::UsagePeriod</name>
    <message>
        <source>d MMM</source>
        <extracomment>A day in a chart, as in 24 Nov; see QDate::toString</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>A month in a chart, as in Nov 2026; see QDate::toString</extracomment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>understudy::UsePanel</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>%1 was asked to add the account; it asks you before it saves.</source>
        <translation>已请 %1 添加此账户；保存前它会询问您。</translation>
    </message>
    <message>
        <source>Nothing on this computer opens links for %1. Install it, or copy the three values into it.</source>
        <translation>这台电脑上没有程序能打开 %1 的链接。请先安装它，或将三个值复制过去。</translation>
    </message>
    <message>
        <source>Open in Cherry Studio</source>
        <translation>在 Cherry Studio 中打开</translation>
    </message>
    <message>
        <source>Open in cc-switch (Codex)</source>
        <translation>在 cc-switch 中打开（Codex）</translation>
    </message>
    <message>
        <source>The link holds the gateway key. It is made when you press the button and goes only to that program, which asks before it saves.</source>
        <translation>链接中含有网关访问密钥。它在您按下按钮时才生成，只交给该程序；该程序保存前会询问您。</translation>
    </message>
    <message>
        <source>Any other program that speaks the OpenAI protocol</source>
        <translation>其他任何支持 OpenAI 协议的程序</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Gateway key</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the base URL</source>
        <translation>复制接口地址</translation>
    </message>
    <message>
        <source>Copy the model</source>
        <translation>复制模型</translation>
    </message>
</context>
<context>
    <name>understudy::ViewCodeDialog</name>
    <message>
        <source>View code: %1</source>
        <translation>查看代码：%1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Stream the answer</source>
        <translation>流式输出</translation>
    </message>
    <message>
        <source>Call order</source>
        <translation>调用顺序</translation>
    </message>
    <message>
        <source>%1 (no chat model)</source>
        <translation>%1（非对话模型）</translation>
    </message>
    <message>
        <source>The secrets are locked, so there is no key to fill in and the gateway answers nobody. Unlock them in the settings.</source>
        <translation>密钥已锁定，因此无法填入密钥，网关也不会回答任何请求。请在设置中解锁。</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>The gateway does not run, so nobody answers at this address.</source>
        <translation>网关未运行，因此此地址无人应答。</translation>
    </message>
    <message>
        <source>Start Gateway</source>
        <translation>启动网关</translation>
    </message>
    <message>
        <source>This key is paused: requests with it are refused until it is resumed.</source>
        <translation>此密钥已暂停：恢复之前，使用它的请求都会被拒绝。</translation>
    </message>
    <message>
        <source>Not called: %1</source>
        <translation>不会调用：%1</translation>
    </message>
    <message>
        <source>Waiting for your first request…</source>
        <translation>等待您的第一个请求…</translation>
    </message>
    <message>
        <source>a client</source>
        <translation>某客户端</translation>
    </message>
    <message>
        <source>✓ Received from %1, answered from the cache</source>
        <translation>✓ 已收到来自 %1 的请求，由缓存回答</translation>
    </message>
    <message numerus="yes">
        <source>✓ Received from %1, %n attempt(s), answered by %2</source>
        <translation>
            <numerusform>✓ 已收到来自 %1 的请求，尝试 %n 次，由 %2 回答</numerusform>
        </translation>
    </message>
    <message>
        <source>✕ Received from %1: %2</source>
        <translation>✕ 已收到来自 %1 的请求：%2</translation>
    </message>
</context>
<context>
    <name>understudy::ViewKeyDialog</name>
    <message>
        <source>View key</source>
        <translation>查看密钥</translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation>网关访问密钥</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>As .env block</source>
        <translation>.env 内容</translation>
    </message>
    <message>
        <source>.env block, with the key hidden</source>
        <translation>.env 内容，密钥已隐藏</translation>
    </message>
    <message>
        <source>Copy Block</source>
        <translation>复制内容</translation>
    </message>
    <message>
        <source>Save .env…</source>
        <translation>保存 .env…</translation>
    </message>
    <message>
        <source>Whoever has this key can call your models, and what that costs is yours. Keep it out of chats, tickets and repositories; what is copied here leaves the clipboard after 30 seconds.</source>
        <translation>任何持有此密钥的人都能调用您的模型，费用由您承担。请勿放入聊天、工单或代码仓库；从这里复制的内容 30 秒后会从剪贴板清除。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Reset Key…</source>
        <translation>重置密钥…</translation>
    </message>
    <message>
        <source>View Code</source>
        <translation>查看代码</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keys are shown after the passphrase has been given.</source>
        <translation>输入口令后才显示密钥。</translation>
    </message>
    <message>
        <source>The secrets are locked. Give the passphrase to unlock them; until then the gateway refuses requests.</source>
        <translation>密钥已锁定。请输入口令解锁；在此之前网关会拒绝请求。</translation>
    </message>
    <message>
        <source>The secrets are locked, because the master key cannot be read. Until it can, the gateway refuses requests.</source>
        <translation>密钥已锁定，因为无法读取主密钥。在此之前网关会拒绝请求。</translation>
    </message>
    <message>
        <source>Copied, %1 s</source>
        <translation>已复制，%1 秒</translation>
    </message>
    <message>
        <source>Copy Key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Not unlocked: %1</source>
        <translation>未能解锁：%1</translation>
    </message>
    <message>
        <source>Save .env</source>
        <translation>保存 .env</translation>
    </message>
    <message>
        <source>Environment files (*.env .env);;All files (*)</source>
        <translation>环境变量文件 (*.env .env);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Saved to %1, readable by you alone</source>
        <translation>已保存到 %1，只有您可读取</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>understudy::Waterfall</name>
    <message>
        <source>Attempts of the request</source>
        <translation>请求的各次尝试</translation>
    </message>
    <message>
        <source>No attempt yet</source>
        <translation>尚无尝试</translation>
    </message>
    <message>
        <source>Answered from the cache: no provider was called</source>
        <translation>由缓存回答：未调用任何提供商</translation>
    </message>
    <message>
        <source>No provider was called</source>
        <translation>未调用任何提供商</translation>
    </message>
</context>
<context>
    <name>understudy::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>The understudy for your models</source>
        <translation>给您的模型备好替补</translation>
    </message>
    <message>
        <source>When a model provider fails, the next one in your list answers. Your application notices nothing.</source>
        <translation>某个模型提供商出故障时，由列表中的下一个来回答。您的应用毫无察觉。</translation>
    </message>
    <message>
        <source>See a failover now</source>
        <translation>看一次故障转移</translation>
    </message>
    <message>
        <source>No key needed. Two simulated models: the first one fails, the second one answers.</source>
        <translation>不需要任何密钥。两个模拟模型：第一个出故障，第二个来回答。</translation>
    </message>
    <message>
        <source>Add my provider</source>
        <translation>添加我的提供商</translation>
    </message>
    <message>
        <source>Connect DeepSeek, SiliconFlow or any other provider, and get one address for your applications.</source>
        <translation>接入 DeepSeek、硅基流动或任何其他提供商，您的应用只需一个地址。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>From a configuration file, a curl command that works, or an .env file.</source>
        <translation>来自配置文件、可用的 curl 命令或 .env 文件。</translation>
    </message>
    <message>
        <source>Everything stays on this computer. No account, no telemetry.</source>
        <translation>一切都留在这台电脑上。无需账号，没有遥测。</translation>
    </message>
</context>
<context>
    <name>understudy::Wiring</name>
    <message numerus="yes">
        <source>%n channel(s) tripped</source>
        <translation>
            <numerusform>%n 个渠道已熔断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed request(s) in the last hour</source>
        <translation>
            <numerusform>最近一小时 %n 个请求失败</numerusform>
        </translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Failover defaults</source>
        <translation>故障转移默认值</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>密钥与加密</translation>
    </message>
    <message>
        <source>Privacy and logs</source>
        <translation>隐私与日志</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>导入与导出</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>最近删除</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>understudy::WorstCaseBar</name>
    <message>
        <source>Worst case: no model chosen yet</source>
        <translation>最坏情况：尚未选择模型</translation>
    </message>
    <message>
        <source>Worst case: %1</source>
        <translation>最坏情况：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Failed attempts may be billed by the provider.</source>
        <translation>失败的尝试也可能被提供商计费。</translation>
    </message>
</context>
<context>
    <name>understudy::words</name>
    <message>
        <source>%1: another type (%2), never stands in</source>
        <translation>%1：类型不同（%2），不能互相接替</translation>
    </message>
    <message>
        <source>%1: its channel is paused</source>
        <translation>%1：其调用渠道已暂停</translation>
    </message>
    <message>
        <source>%1: cannot be called now</source>
        <translation>%1：当前无法调用</translation>
    </message>
    <message>
        <source>auto · the whole chain</source>
        <translation>auto · 整个调用顺序</translation>
    </message>
    <message>
        <source>%1: stands before the start</source>
        <translation>%1：排在起点之前</translation>
    </message>
    <message>
        <source>No model of this key can answer a chat request.</source>
        <translation>此密钥没有能回答对话请求的模型。</translation>
    </message>
    <message>
        <source>Calls only %1: no backup steps in from here.</source>
        <translation>只调用 %1：从这里开始没有备模型可以接替。</translation>
    </message>
    <message>
        <source>Calls %1, in this order.</source>
        <translation>按此顺序调用：%1。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Too long: at most %1 characters.</source>
        <translation>过长：最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Must not begin or end with a blank.</source>
        <translation>首尾不能有空格。</translation>
    </message>
    <message>
        <source>Contains a character that cannot be shown. Remove it.</source>
        <translation>含有无法显示的字符，请删除。</translation>
    </message>
    <message>
        <source>Another channel of this provider has this name. Choose a different one.</source>
        <translation>该提供商已有同名的调用渠道，请换一个名称。</translation>
    </message>
    <message>
        <source>Tick at least one model.</source>
        <translation>请至少勾选一个模型。</translation>
    </message>
    <message>
        <source>After env: stands the name of an environment variable, of letters, digits and _.</source>
        <translation>env: 后面应为环境变量名，由字母、数字和 _ 组成。</translation>
    </message>
    <message>
        <source>%1 is not set here. It must be set where the gateway runs.</source>
        <translation>当前环境没有设置 %1。网关运行的环境中必须设置它。</translation>
    </message>
    <message>
        <source>Read from the environment when the gateway loads its configuration.</source>
        <translation>网关加载配置时从环境变量读取。</translation>
    </message>
    <message>
        <source>This provider needs no key.</source>
        <translation>该提供商不需要 API Key。</translation>
    </message>
    <message>
        <source>From the provider&apos;s console. It is kept encrypted on this computer.</source>
        <translation>在提供商的控制台获取，加密保存在本机。</translation>
    </message>
    <message>
        <source>This is a gateway key of this program, not a provider key. Paste the key that the provider&apos;s console gave you.</source>
        <translation>这是本程序的网关访问密钥，不是提供商的 API Key。请粘贴提供商控制台给出的 API Key。</translation>
    </message>
    <message>
        <source>There is a blank inside. Copy the key again, as a whole and without the text around it.</source>
        <translation>中间有空格。请重新完整复制 API Key，不要带上周围的文字。</translation>
    </message>
    <message>
        <source>Only letters, digits and signs can be sent to a provider. Copy the key again.</source>
        <translation>只能包含字母、数字和符号。请重新复制 API Key。</translation>
    </message>
    <message>
        <source>This looks like a key of %1, not of %2.</source>
        <translation>这看起来是 %1 的 API Key，而不是 %2 的。</translation>
    </message>
    <message>
        <source>Keys of %1 usually begin with %2. Test the channel before you rely on it.</source>
        <translation>%1 的 API Key 通常以 %2 开头。使用前请先测试。</translation>
    </message>
    <message>
        <source>This is needed: everything before /chat/completions, such as https://llm.example.com/v1.</source>
        <translation>此项必填：/chat/completions 之前的全部内容，例如 https://llm.example.com/v1。</translation>
    </message>
    <message>
        <source>Must not hold a user or password. Give the key in its own field.</source>
        <translation>不能包含用户名或密码。API Key 请填在上面的输入框中。</translation>
    </message>
    <message>
        <source>Must not have a part after ? or #. Remove it.</source>
        <translation>不能包含 ? 或 # 及其后面的内容，请删除。</translation>
    </message>
    <message>
        <source>Must be an address such as https://llm.example.com/v1.</source>
        <translation>必须是类似 https://llm.example.com/v1 的地址。</translation>
    </message>
    <message>
        <source>Plain http to another computer: the key can be read on the way. Use https unless you trust this network.</source>
        <translation>用明文 http 访问其他计算机：API Key 可能在途中被截获。除非信任该网络，否则请使用 https。</translation>
    </message>
    <message>
        <source>Most providers have a version at the end, such as /v1. The address is used as it is; test it.</source>
        <translation>多数提供商的地址以版本号结尾，例如 /v1。地址将按原样使用，请测试一下。</translation>
    </message>
    <message>
        <source>Must be an address such as http://proxy.example.com:3128 or socks5://127.0.0.1:1080.</source>
        <translation>必须是类似 http://proxy.example.com:3128 或 socks5://127.0.0.1:1080 的地址。</translation>
    </message>
    <message>
        <source>The header %1 stands twice.</source>
        <translation>请求头 %1 重复。</translation>
    </message>
    <message>
        <source>A header needs a name.</source>
        <translation>请求头需要名称。</translation>
    </message>
    <message>
        <source>%1 cannot be an extra header: it is no valid name, or the gateway sets it itself.</source>
        <translation>%1 不能作为附加请求头：名称无效，或由网关自行设置。</translation>
    </message>
    <message>
        <source>The value of %1 must be printable ASCII characters without blanks at the ends.</source>
        <translation>%1 的值必须是可打印的 ASCII 字符，首尾不能有空格。</translation>
    </message>
    <message>
        <source>Not saved: the stored secrets are locked. Unlock them under Settings, Secrets; then save again.</source>
        <translation>未保存：已存储的密钥处于锁定状态。请在“设置 - 密钥”中解锁后重新保存。</translation>
    </message>
    <message>
        <source>Not saved: the configuration was changed elsewhere in the meantime. (%1)</source>
        <translation>未保存：配置在此期间被其他地方修改。（%1）</translation>
    </message>
    <message>
        <source>Not saved: the data cannot be written now. Try again in a moment. (%1)</source>
        <translation>未保存：当前无法写入数据，请稍后重试。（%1）</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Healthy %1</source>
        <translation>正常 %1</translation>
    </message>
    <message>
        <source>Healthy; half of the last answers came within %1</source>
        <translation>正常；最近一半的回答在 %1 内返回</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>不稳定</translation>
    </message>
    <message>
        <source>Degraded: %1 of the last %2 calls failed</source>
        <translation>不稳定：最近 %2 次调用中有 %1 次失败</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>The provider refused the credential or the balance is used up. Mend it there, then test the channel; until then it is skipped</source>
        <translation>提供商拒绝了凭据或余额已用完。请在提供商处解决后测试该渠道；在此之前会跳过它</translation>
    </message>
    <message>
        <source>Circuit breaker tripped</source>
        <translation>已熔断</translation>
    </message>
    <message>
        <source>Tripped, probe in %1</source>
        <translation>熔断，%1后试探</translation>
    </message>
    <message>
        <source>The circuit breaker tripped after failures in a row; one request will probe it in %1</source>
        <translation>连续失败后已熔断；%1后会用一个请求试探</translation>
    </message>
    <message>
        <source>Probing</source>
        <translation>试探中</translation>
    </message>
    <message>
        <source>The suspension is over; the next request probes it</source>
        <translation>熔断时间已过；下一个请求会试探它</translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation>测试失败</translation>
    </message>
    <message>
        <source>The last connection test failed and nothing was answered since</source>
        <translation>上次连接测试失败，此后没有成功的回答</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>Neither tested nor used yet</source>
        <translation>尚未测试，也未使用</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused: chains skip it until it is resumed</source>
        <translation>已暂停：恢复之前调用顺序会跳过它</translation>
    </message>
    <message>
        <source>A name is needed</source>
        <translation>请填写名称</translation>
    </message>
    <message>
        <source>At most %1 characters</source>
        <translation>最多 %1 个字符</translation>
    </message>
    <message>
        <source>Only letters, digits, Chinese characters, _ and -</source>
        <translation>只能包含字母、数字、汉字、_ 和 -</translation>
    </message>
    <message>
        <source>Another key has this name</source>
        <translation>已有同名密钥</translation>
    </message>
    <message>
        <source>No line breaks or control characters</source>
        <translation>不能有换行或控制字符</translation>
    </message>
    <message>
        <source>“%1” is no address such as 192.168.1.20 or network such as 192.168.1.0/24</source>
        <translation>“%1”不是 192.168.1.20 这样的地址或 192.168.1.0/24 这样的网段</translation>
    </message>
    <message>
        <source>Only one model: no failover possible</source>
        <translation>只有一个模型：无法故障转移</translation>
    </message>
    <message>
        <source>All models use the same channel: one outage stops all</source>
        <translation>所有模型使用同一渠道：一处故障全部中断</translation>
    </message>
    <message>
        <source>Only one model of type %1: nothing can stand in for it</source>
        <translation>类型“%1”只有一个模型：无可替补</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Expired on %1; requests with it are refused</source>
        <translation>已于 %1 过期；使用它的请求会被拒绝</translation>
    </message>
    <message>
        <source>Paused; requests with it are refused until it is resumed</source>
        <translation>已暂停；恢复之前使用它的请求会被拒绝</translation>
    </message>
    <message>
        <source>Over limit</source>
        <translation>超出限额</translation>
    </message>
    <message>
        <source>Today&apos;s limit of %1 tokens is used up</source>
        <translation>今天 %1 tokens 的限额已用完</translation>
    </message>
    <message>
        <source>This month&apos;s limit of %1 tokens is used up</source>
        <translation>本月 %1 tokens 的限额已用完</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>On; it expires on %1</source>
        <translation>启用；将于 %1 过期</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) × (1 + %1) × %2 = %3</source>
        <translation>
            <numerusform>%n 个模型 × (1 + %1) × %2 = %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, cut at %2</source>
        <translation>%1，在 %2 处截止</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>reverse proxies after 60 s</source>
        <translation>反向代理（60 秒）</translation>
    </message>
    <message>
        <source>Node&apos;s fetch after 300 s</source>
        <translation>Node 的 fetch（300 秒）</translation>
    </message>
    <message>
        <source>OpenAI&apos;s SDKs after 600 s</source>
        <translation>OpenAI 的 SDK（600 秒）</translation>
    </message>
    <message>
        <source>May give up before: %1</source>
        <translation>可能先放弃：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>How many tokens the failed attempts cost is unknown.</source>
        <translation>失败的尝试消耗了多少 tokens 未知。</translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s) did not say what they cost.</source>
        <translation>
            <numerusform>有 %n 次失败的尝试未告知消耗。</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1 tokens were spent for nothing.</source>
        <translation>至少白白消耗了 %1 tokens。</translation>
    </message>
    <message>
        <source>%1 tokens were spent for nothing.</source>
        <translation>白白消耗了 %1 tokens。</translation>
    </message>
    <message>
        <source>The failed attempts cost no tokens.</source>
        <translation>失败的尝试未消耗 tokens。</translation>
    </message>
    <message>
        <source>Your application got an error: no candidate of the key could be called.</source>
        <translation>您的应用收到了错误：此密钥没有可调用的备选。</translation>
    </message>
    <message>
        <source>Your application got an error: the gateway refused the request with HTTP %1 (%2).</source>
        <translation>您的应用收到了错误：网关以 HTTP %1（%2）拒绝了请求。</translation>
    </message>
    <message>
        <source>Your application got the provider&apos;s refusal: another model would have refused the same request.</source>
        <translation>您的应用收到了提供商的拒绝：换一个模型同样会拒绝此请求。</translation>
    </message>
    <message numerus="yes">
        <source>Your application got an error: %n attempt(s) in %1, and none gave an answer.</source>
        <translation>
            <numerusform>您的应用收到了错误：尝试 %n 次，用时 %1，均未得到回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your application got an answer from the cache in %1. No provider was called.</source>
        <translation>您的应用得到了缓存的回答，用时 %1，未调用任何提供商。</translation>
    </message>
    <message>
        <source>Your application got an answer at the first attempt, after %1.</source>
        <translation>您的应用在第一次尝试就得到了回答，用时 %1。</translation>
    </message>
    <message>
        <source>Your application got an answer.</source>
        <translation>您的应用得到了回答。</translation>
    </message>
    <message numerus="yes">
        <source>It needed %n attempt(s) and %1.</source>
        <translation>
            <numerusform>共尝试 %n 次，用时 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stepped in.</source>
        <translation>由 %1 接替。</translation>
    </message>
    <message>
        <source>Failed, HTTP %1</source>
        <translation>失败，HTTP %1</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Client left</source>
        <translation>客户端已离开</translation>
    </message>
    <message>
        <source>From the cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>由%1回答</translation>
    </message>
    <message>
        <source>Answered after a retry</source>
        <translation>重试后回答</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Your application got only the beginning of an answer: the stream of %1 broke off after %2.</source>
        <translation>您的应用只得到了回答的开头：%1 的流在 %2 后中断。</translation>
    </message>
    <message>
        <source>Your application left after %1, before the answer was complete.</source>
        <translation>您的应用在 %1 后离开，当时回答尚未完成。</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Answered from the cache</source>
        <translation>由缓存回答</translation>
    </message>
    <message>
        <source>%1 (%2) was skipped: %3.</source>
        <translation>已跳过 %1（%2）：%3。</translation>
    </message>
    <message>
        <source>answered by %1</source>
        <translation>由 %1 回答</translation>
    </message>
    <message>
        <source>%1 failed again (%2)</source>
        <translation>%1 再次失败（%2）</translation>
    </message>
    <message>
        <source>%1 failed (%2)</source>
        <translation>%1 失败（%2）</translation>
    </message>
    <message>
        <source>answered from the cache</source>
        <translation>由缓存回答</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>the client left</source>
        <translation>客户端已离开</translation>
    </message>
    <message>
        <source>Request to %1: %2</source>
        <translation>请求 %1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Broken answer</source>
        <translation>回答不完整</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>服务过载</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>请求过多</translation>
    </message>
    <message>
        <source>Quota used up</source>
        <translation>额度用尽</translation>
    </message>
    <message>
        <source>Credential refused</source>
        <translation>凭证被拒</translation>
    </message>
    <message>
        <source>Model not available</source>
        <translation>模型不可用</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>被重定向</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>请求被拒</translation>
    </message>
    <message>
        <source>Context too long</source>
        <translation>上下文超长</translation>
    </message>
    <message>
        <source>Content refused</source>
        <translation>内容被拒</translation>
    </message>
    <message>
        <source>could not be reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>gave no output in time</source>
        <translation>未在时限内给出任何输出</translation>
    </message>
    <message>
        <source>gave a broken answer</source>
        <translation>给出的回答不完整</translation>
    </message>
    <message>
        <source>is overloaded or had an error of its own</source>
        <translation>过载，或自身出错</translation>
    </message>
    <message>
        <source>said “too many requests”</source>
        <translation>提示“请求过多”</translation>
    </message>
    <message>
        <source>said that the quota or balance is used up</source>
        <translation>提示额度或余额已用尽</translation>
    </message>
    <message>
        <source>refused the credential</source>
        <translation>拒绝了凭证</translation>
    </message>
    <message>
        <source>does not have this model now</source>
        <translation>当前没有此模型</translation>
    </message>
    <message>
        <source>answered with a redirect, which is never followed</source>
        <translation>返回了重定向（从不跟随）</translation>
    </message>
    <message>
        <source>refused the request itself</source>
        <translation>拒绝了请求本身</translation>
    </message>
    <message>
        <source>said that the request is longer than its context</source>
        <translation>提示请求超出其上下文长度</translation>
    </message>
    <message>
        <source>refused the content</source>
        <translation>拒绝了内容</translation>
    </message>
    <message>
        <source>was stopped because the client left</source>
        <translation>因客户端离开而被停止</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>the answer went to the client</source>
        <translation>回答已发给客户端</translation>
    </message>
    <message>
        <source>a retry was left for this candidate</source>
        <translation>此备选还有重试次数</translation>
    </message>
    <message>
        <source>its retries were used up</source>
        <translation>重试次数已用完</translation>
    </message>
    <message>
        <source>trying it again could not help</source>
        <translation>重试也无济于事</translation>
    </message>
    <message>
        <source>it asked for a longer pause than is worth waiting while others are left</source>
        <translation>它要求等待的时间过长，而后面还有其他备选</translation>
    </message>
    <message>
        <source>another try would have left the next candidate less than one full timeout</source>
        <translation>再试一次会使下一个备选的时间不足一个完整的请求超时</translation>
    </message>
    <message>
        <source>the deadline of the request had passed</source>
        <translation>请求的总时限已过</translation>
    </message>
    <message>
        <source>another provider would refuse the same request; its error went to the client</source>
        <translation>换一个提供商同样会拒绝此请求；其错误已发给客户端</translation>
    </message>
    <message>
        <source>the key&apos;s policy does not look for another opinion; the refusal went to the client</source>
        <translation>按密钥的调用配置不再询问其他模型；拒绝结果已发给客户端</translation>
    </message>
    <message>
        <source>a candidate with a larger context follows</source>
        <translation>后面有上下文更长的备选</translation>
    </message>
    <message>
        <source>no candidate with a larger context follows</source>
        <translation>后面没有上下文更长的备选</translation>
    </message>
    <message>
        <source>nobody waits for the answer any more</source>
        <translation>已无人等待回答</translation>
    </message>
    <message>
        <source>the gateway was stopping</source>
        <translation>网关正在停止</translation>
    </message>
    <message>
        <source>the client had already seen the beginning of this answer, so nobody could step in</source>
        <translation>客户端已看到此回答的开头，因此无法再由其他模型接替</translation>
    </message>
    <message>
        <source>a kept-open connection had closed before any byte; that try is repeated for free</source>
        <translation>保持的连接在收到任何数据前已关闭；这次尝试免费重复一次</translation>
    </message>
    <message>
        <source>it does not know stream_options; repeated without</source>
        <translation>它不支持 stream_options；去掉后重复</translation>
    </message>
    <message>
        <source>the key&apos;s policy says to go on</source>
        <translation>密钥的调用配置要求继续</translation>
    </message>
    <message>
        <source>no candidate is left</source>
        <translation>没有剩余的备选</translation>
    </message>
    <message>
        <source>its type differs from that of the model where the chain starts, or does not fit the path</source>
        <translation>其类型与起始模型不同，或不适用于此路径</translation>
    </message>
    <message>
        <source>its channel is paused</source>
        <translation>其调用渠道已暂停</translation>
    </message>
    <message>
        <source>the key&apos;s free tokens are used up</source>
        <translation>密钥的免费额度已用尽</translation>
    </message>
    <message>
        <source>a limit of its channel was reached</source>
        <translation>已达到其调用渠道的限额</translation>
    </message>
    <message>
        <source>it failed several times in a row and is suspended for a while</source>
        <translation>连续多次失败，已熔断一段时间</translation>
    </message>
    <message>
        <source>the environment variable of its channel&apos;s credential is not set where the gateway runs</source>
        <translation>网关运行的环境中没有设置该渠道凭据的环境变量</translation>
    </message>
    <message>
        <source>its context is not larger than that of the candidate that said “too long”</source>
        <translation>其上下文不比提示“超长”的备选更长</translation>
    </message>
    <message>
        <source>Tried again: %1.</source>
        <translation>再试一次：%1。</translation>
    </message>
    <message>
        <source>On to the next candidate: %1.</source>
        <translation>转到下一个备选：%1。</translation>
    </message>
    <message>
        <source>Given up: %1.</source>
        <translation>放弃：%1。</translation>
    </message>
    <message>
        <source>Delivered: %1.</source>
        <translation>已交付：%1。</translation>
    </message>
    <message>
        <source>first output after %1</source>
        <translation>%1 后首次输出</translation>
    </message>
    <message>
        <source>ended after %1</source>
        <translation>%1 后结束</translation>
    </message>
    <message>
        <source>tokens: %1</source>
        <translation>tokens：%1</translation>
    </message>
    <message>
        <source>%1 (%2) %3 (%4).</source>
        <translation>%1（%2）%3（%4）。</translation>
    </message>
    <message>
        <source>Answered from the cache in %1; no provider was called.</source>
        <translation>由缓存回答，用时 %1；未调用任何提供商。</translation>
    </message>
    <message>
        <source>Answered by %1 in %2; tokens: %3.</source>
        <translation>由 %1 回答，用时 %2；tokens：%3。</translation>
    </message>
    <message>
        <source>Failed: after %1 the client got HTTP %2.</source>
        <translation>失败：%1 后客户端收到 HTTP %2。</translation>
    </message>
    <message>
        <source>Failed: after %1 the client got HTTP %2 with the code %3.</source>
        <translation>失败：%1 后客户端收到 HTTP %2，错误码 %3。</translation>
    </message>
    <message>
        <source>Interrupted: the stream of %1 broke after the client had seen output, so nobody could step in; the client was told inside the stream.</source>
        <translation>已中断：%1 的流在客户端看到输出之后中断，因此无法再由其他模型接替；已在流内告知客户端。</translation>
    </message>
    <message>
        <source>Cancelled: the client left after %1; the provider&apos;s call was stopped at once.</source>
        <translation>已取消：客户端在 %1 后离开；对提供商的调用已立即停止。</translation>
    </message>
    <message>
        <source>It said: “%1”</source>
        <translation>对方提示：“%1”</translation>
    </message>
    <message>
        <source>The host has an address.</source>
        <translation>主机名可以解析。</translation>
    </message>
    <message>
        <source>The server accepts connections.</source>
        <translation>服务器接受连接。</translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is valid.</source>
        <translation>连接已加密，证书有效。</translation>
    </message>
    <message>
        <source>The provider accepts the key.</source>
        <translation>提供商接受了 API Key。</translation>
    </message>
    <message>
        <source>All ticked models are offered.</source>
        <translation>勾选的模型全部可用。</translation>
    </message>
    <message>
        <source>A model answered.</source>
        <translation>模型已回答。</translation>
    </message>
    <message>
        <source>Not checked by itself: plain http, or through a proxy.</source>
        <translation>未单独检查：使用明文 http，或经由代理。</translation>
    </message>
    <message>
        <source>This provider has no list to sign in with; the answer tells.</source>
        <translation>该提供商没有可用于验证的模型列表，以回答为准。</translation>
    </message>
    <message>
        <source>This provider offers no list of models.</source>
        <translation>该提供商不提供模型列表。</translation>
    </message>
    <message>
        <source>Not asked for, or no ticked model can answer cheaply.</source>
        <translation>未要求，或勾选的模型都无法低成本回答。</translation>
    </message>
    <message>
        <source>Not needed.</source>
        <translation>无需进行。</translation>
    </message>
    <message>
        <source>There is no list of models at this address.</source>
        <translation>该地址没有模型列表。</translation>
    </message>
    <message>
        <source>Some providers have none. If the answer fails too, check the base URL with its version (/v1).</source>
        <translation>有些提供商没有列表。如果回答也失败，请检查接口地址及其版本号（/v1）。</translation>
    </message>
    <message>
        <source>Not every ticked model is in the provider&apos;s list.</source>
        <translation>有的勾选模型不在提供商的列表中。</translation>
    </message>
    <message>
        <source>Untick them, or open them in the provider&apos;s console. Some lists are not complete.</source>
        <translation>请取消勾选，或在提供商控制台开通。有些列表并不完整。</translation>
    </message>
    <message>
        <source>The model was reached but refused this tiny request.</source>
        <translation>已连到模型，但它拒绝了这个极小的请求。</translation>
    </message>
    <message>
        <source>Real requests may still work; some models do not take a limit of one token.</source>
        <translation>真实请求可能仍然可用；有些模型不接受 1 个 token 的上限。</translation>
    </message>
    <message>
        <source>Passed, with something to know.</source>
        <translation>通过，但有需要留意之处。</translation>
    </message>
    <message>
        <source>No address was found for the host.</source>
        <translation>主机名无法解析。</translation>
    </message>
    <message>
        <source>Check the host in the base URL for typing errors, and that this computer has a network.</source>
        <translation>请检查接口地址中的主机名是否有误，以及本机网络是否正常。</translation>
    </message>
    <message>
        <source>No encrypted connection came about.</source>
        <translation>无法建立加密连接。</translation>
    </message>
    <message>
        <source>Check the date of this computer, the host of the base URL, and whether a company proxy with its own certificate stands between.</source>
        <translation>请检查本机日期、接口地址的主机名，以及中间是否有使用自有证书的公司代理。</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>未在规定时间内收到回答。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接到服务器。</translation>
    </message>
    <message>
        <source>Test again later. If it stays so, check the network, a firewall, and whether a proxy is needed (Advanced).</source>
        <translation>请稍后重新测试。如果仍然如此，请检查网络、防火墙，以及是否需要代理（高级）。</translation>
    </message>
    <message>
        <source>Is the server running, and is the port in the base URL right? Check the network, a firewall, and whether a proxy is needed (Advanced).</source>
        <translation>服务器是否在运行，接口地址中的端口是否正确？请检查网络、防火墙，以及是否需要代理（高级）。</translation>
    </message>
    <message>
        <source>The provider rejected the key.</source>
        <translation>提供商拒绝了 API Key。</translation>
    </message>
    <message>
        <source>Check that it is a key of %1 and its region, copied whole, and not expired.</source>
        <translation>请确认它是 %1 对应区域的 API Key，复制完整且没有过期。</translation>
    </message>
    <message>
        <source>The balance or quota of the account is used up.</source>
        <translation>账户的余额或额度已用尽。</translation>
    </message>
    <message>
        <source>Top up the account or raise its quota in the provider&apos;s console.</source>
        <translation>请在提供商控制台充值或提高额度。</translation>
    </message>
    <message>
        <source>The provider limits the calls of this account just now.</source>
        <translation>提供商正在限制该账户的调用。</translation>
    </message>
    <message>
        <source>Wait a minute and test again.</source>
        <translation>请等一分钟后重新测试。</translation>
    </message>
    <message>
        <source>The provider has trouble or is overloaded.</source>
        <translation>提供商出现故障或过载。</translation>
    </message>
    <message>
        <source>Look at its status page and test again later. The channel can be saved all the same.</source>
        <translation>请查看其状态页，稍后再测。仍然可以先保存调用渠道。</translation>
    </message>
    <message>
        <source>The provider does not offer this model to this account.</source>
        <translation>提供商没有向该账户开放此模型。</translation>
    </message>
    <message>
        <source>Check its name with Fetch List, and whether it must be opened in the provider&apos;s console first.</source>
        <translation>请用“获取列表”核对名称，并确认是否需要先在提供商控制台开通。</translation>
    </message>
    <message>
        <source>The address leads to another one, which is never followed with a key.</source>
        <translation>该地址会跳转到其他地址；带着 API Key 时绝不跟随跳转。</translation>
    </message>
    <message>
        <source>Enter the address that it leads to as base URL.</source>
        <translation>请直接填写跳转后的地址。</translation>
    </message>
    <message>
        <source>What answered is no OpenAI-compatible interface.</source>
        <translation>应答方不是 OpenAI 兼容接口。</translation>
    </message>
    <message>
        <source>Check the base URL with its version (/v1).</source>
        <translation>请检查接口地址及其版本号（/v1）。</translation>
    </message>
    <message>
        <source>The provider refused the request.</source>
        <translation>提供商拒绝了请求。</translation>
    </message>
    <message>
        <source>Check the base URL and the names of the models.</source>
        <translation>请检查接口地址和模型名称。</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>域名解析</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>身份验证</translation>
    </message>
    <message>
        <source>Model list</source>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>One-token answer</source>
        <translation>一个 token 的回答</translation>
    </message>
    <message>
        <source>(“%1”)</source>
        <translation>（“%1”）</translation>
    </message>
    <message>
        <source>Works, %1</source>
        <translation>可用，%1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Multimodal</source>
        <translation>多模态</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>语音合成</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>语音识别</translation>
    </message>
    <message>
        <source>Rerank</source>
        <translation>重排序</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主</translation>
    </message>
    <message>
        <source>backup %1</source>
        <translation>备%1</translation>
    </message>
    <message>
        <source>From the catalogue</source>
        <translation>来自目录</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>channel (provider)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No provider is called: Understudy itself plays every place of the chain.</source>
        <translation>不调用任何模型提供商：链路的每个位置都由 Understudy 扮演。</translation>
    </message>
    <message numerus="yes">
        <source>%1 on this computer is really called: about %n request(s).</source>
        <translation>
            <numerusform>会真的调用本机的 %1：约 %n 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>No provider is called: simulated models give the answers.</source>
        <translation>不调用任何模型提供商：由模拟模型回答。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is really called where the models before it fail: at most %n request(s) that cost tokens.</source>
        <translation>
            <numerusform>前面的模型失败时会真的调用 %1：最多 %n 个请求，消耗 tokens。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is really called: about %n request(s) that cost tokens.</source>
        <translation>
            <numerusform>会真的调用 %1：约 %n 个请求，消耗 tokens。</numerusform>
        </translation>
    </message>
    <message>
        <source>If it fails, %1 is called as well.</source>
        <translation>如果它失败，还会调用 %1。</translation>
    </message>
    <message>
        <source>%1, %2/%3</source>
        <comment>primary, channel/model</comment>
        <translation>%1，%2/%3</translation>
    </message>
    <message numerus="yes">
        <source>In %n request(s) it was left out while it rested.</source>
        <translation>
            <numerusform>熔断期间有 %n 个请求跳过了它。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not called.</source>
        <translation>%1：未调用。</translation>
    </message>
    <message>
        <source>%1: left out, %2.</source>
        <translation>%1：未调用，%2。</translation>
    </message>
    <message numerus="yes">
        <source>%1: not as expected. Played was “%2”, and %n attempt(s) ended otherwise: %3.</source>
        <translation>
            <numerusform>%1：不符合预期。模拟的是“%2”，但有 %n 次尝试是别的结果：%3。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: answered %n time(s), as expected.</source>
        <translation>
            <numerusform>%1：回答了 %n 次，符合预期。</numerusform>
        </translation>
    </message>
    <message>
        <source>No request was made.</source>
        <translation>没有发出请求。</translation>
    </message>
    <message numerus="yes">
        <source>Not as expected: %1 of %n request(s) ended otherwise than this chain promises.</source>
        <translation>
            <numerusform>不符合预期：%1/%n 个请求的结果与这条链路应有的不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Passed: your application got a whole answer.</source>
        <translation>通过：应用得到了完整的回答。</translation>
    </message>
    <message numerus="yes">
        <source>Passed: your application got a whole answer to each of %n request(s).</source>
        <translation>
            <numerusform>通过：%n 个请求都得到了完整的回答。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As expected: %1 of %n request(s) got a whole answer, the others broke off in mid-stream.</source>
        <translation>
            <numerusform>符合预期：%1/%n 个请求得到了完整的回答，其余在流式输出中途断开。</numerusform>
        </translation>
    </message>
    <message>
        <source>As expected, your application got only the beginning of an answer, and was told so.</source>
        <translation>符合预期：应用只得到了回答的开头，并被如实告知。</translation>
    </message>
    <message numerus="yes">
        <source>As expected: %1 of %n request(s) got a whole answer, the others an error.</source>
        <translation>
            <numerusform>符合预期：%1/%n 个请求得到了完整的回答，其余得到错误。</numerusform>
        </translation>
    </message>
    <message>
        <source>As expected, your application got an error: no model of the chain could answer.</source>
        <translation>符合预期：应用得到了错误，因为链路中没有模型能够回答。</translation>
    </message>
    <message>
        <source>HTTP %1 × %2</source>
        <translation>HTTP %1 × %2</translation>
    </message>
    <message>
        <source>no answer × %1</source>
        <translation>无响应 × %1</translation>
    </message>
    <message>
        <source>HTTP %1, broken off × %2</source>
        <translation>HTTP %1，中途断开 × %2</translation>
    </message>
    <message>
        <source>Your application saw: %1</source>
        <translation>应用看到的是：%1</translation>
    </message>
    <message>
        <source>After the first output a part of the answer is with your application already, and another model would begin anew. So the gateway ends the stream with an error and without the end mark, and never passes it off as whole.</source>
        <translation>首个输出之后，应用已经收到回答的一部分，而换一个模型只能从头回答。因此网关以错误结束这个流，不发送结束标记，绝不把它当作完整的回答。</translation>
    </message>
    <message>
        <source>The key has one model: nothing stands in for it. Give it a backup.</source>
        <translation>该密钥只有一个模型，没有模型能接替它。请为它添加备模型。</translation>
    </message>
    <message>
        <source>Every model that could be called was made to fail. A backup at another provider, or a built-in model at the end, would have answered.</source>
        <translation>所有可调用的模型都被设为失败。若有其他模型提供商的备模型，或在末尾有平台预置模型，就能得到回答。</translation>
    </message>
    <message>
        <source>%1 was tripped and rests for another %2.</source>
        <translation>%1 已熔断，还要停用 %2。</translation>
    </message>
    <message>
        <source>%1 was tripped and is being probed.</source>
        <translation>%1 已熔断，正在试探。</translation>
    </message>
    <message>
        <source>In earnest a person would have to look at it.</source>
        <translation>真实情况下需要有人处理。</translation>
    </message>
    <message>
        <source>No model was tripped.</source>
        <translation>没有模型熔断。</translation>
    </message>
    <message>
        <source>%1: %2, as before</source>
        <translation>%1：%2，与上次相同</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Whole answers</source>
        <translation>完整回答</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Usual time</source>
        <translation>通常用时</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>最慢</translation>
    </message>
    <message>
        <source>Models tripped</source>
        <translation>熔断的模型</translation>
    </message>
    <message>
        <source>Something else was played then, or the chain was another one: the figures cannot be compared one to one.</source>
        <translation>上次模拟的内容或链路不同，这些数字不能直接比较。</translation>
    </message>
    <message>
        <source>Answers as it is</source>
        <translation>照常回答</translation>
    </message>
    <message>
        <source>Refuses the connection</source>
        <translation>拒绝连接</translation>
    </message>
    <message>
        <source>Host name unknown</source>
        <translation>主机名不存在</translation>
    </message>
    <message>
        <source>401, credential refused</source>
        <translation>401，凭证被拒</translation>
    </message>
    <message>
        <source>402, balance used up</source>
        <translation>402，余额不足</translation>
    </message>
    <message>
        <source>429, too many requests</source>
        <translation>429，请求过多</translation>
    </message>
    <message>
        <source>500, internal error</source>
        <translation>500，内部错误</translation>
    </message>
    <message>
        <source>503, not available</source>
        <translation>503，不可用</translation>
    </message>
    <message>
        <source>Never answers</source>
        <translation>始终不回答</translation>
    </message>
    <message>
        <source>Answers without output</source>
        <translation>有响应无输出</translation>
    </message>
    <message>
        <source>Breaks off mid-answer</source>
        <translation>回答中途断开</translation>
    </message>
    <message>
        <source>Falls silent mid-answer</source>
        <translation>回答中途停住</translation>
    </message>
    <message>
        <source>Ends too early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Broken JSON</source>
        <translation>JSON 损坏</translation>
    </message>
    <message>
        <source>Empty answer</source>
        <translation>空回答</translation>
    </message>
    <message>
        <source>Error inside a 200</source>
        <translation>200 中含错误</translation>
    </message>
    <message>
        <source>Slow to begin</source>
        <translation>首个输出很慢</translation>
    </message>
    <message>
        <source>really called</source>
        <translation>真的调用</translation>
    </message>
    <message>
        <source>tried again, then the next</source>
        <translation>重试，然后换下一个</translation>
    </message>
    <message>
        <source>at once the next</source>
        <translation>立即换下一个</translation>
    </message>
    <message>
        <source>waits for the timeout, then the next</source>
        <translation>等到超时，再换下一个</translation>
    </message>
    <message>
        <source>a stream cannot be rescued</source>
        <translation>流式无法挽救</translation>
    </message>
    <message>
        <source>an answer, unless the key objects</source>
        <translation>算作回答，除非密钥另有规定</translation>
    </message>
    <message>
        <source>an answer, if the timeout allows</source>
        <translation>未超时则算作回答</translation>
    </message>
    <message>
        <source>Nothing is changed: the model is really called and gives the answer.</source>
        <translation>不作改动：真的调用这个模型，由它回答。</translation>
    </message>
    <message>
        <source>Nobody listens there, as when a server is down. The gateway tries again, then calls the next model.</source>
        <translation>那里没有服务在监听，如同服务器宕机。网关会重试，然后调用下一个模型。</translation>
    </message>
    <message>
        <source>Its address does not exist, as with a mistyped base URL. The gateway tries again, then calls the next model.</source>
        <translation>地址不存在，如同基础地址写错。网关会重试，然后调用下一个模型。</translation>
    </message>
    <message>
        <source>The credential is refused. Trying again could not help: the next model is called at once, and this one rests for minutes.</source>
        <translation>凭证被拒。重试没有用：立即调用下一个模型，这个模型停用几分钟。</translation>
    </message>
    <message>
        <source>The balance is used up. Trying again could not help: the next model is called at once, and this one rests for minutes.</source>
        <translation>余额不足。重试没有用：立即调用下一个模型，这个模型停用几分钟。</translation>
    </message>
    <message>
        <source>It asks for a pause. The gateway does not wait: the next model is called at once, and this one rests as long as it asked for.</source>
        <translation>它要求暂停一会儿。网关不等待：立即调用下一个模型，这个模型按要求的时间停用。</translation>
    </message>
    <message>
        <source>It has an error of its own. The gateway tries again, then calls the next model.</source>
        <translation>它内部出错。网关会重试，然后调用下一个模型。</translation>
    </message>
    <message>
        <source>It is overloaded or under maintenance. The gateway tries again, then calls the next model.</source>
        <translation>它过载或正在维护。网关会重试，然后调用下一个模型。</translation>
    </message>
    <message>
        <source>It takes the request and never answers. Only the timeout ends that; then the next model is called.</source>
        <translation>它接受请求却始终不回答。只有超时能结束等待，然后调用下一个模型。</translation>
    </message>
    <message>
        <source>It answers with signs of life and never with an output. They do not stop the timeout; then the next model is called.</source>
        <translation>它一直有响应，却没有输出。这不会让超时停止计时；到时调用下一个模型。</translation>
    </message>
    <message>
        <source>The connection breaks after the first output. A stream has begun by then and cannot be rescued; an answer in one piece can.</source>
        <translation>首个输出之后连接断开。流式输出已经开始，无法挽救；一次性返回的回答可以。</translation>
    </message>
    <message>
        <source>It says nothing more after the first output. A stream has begun by then and cannot be rescued; an answer in one piece can.</source>
        <translation>首个输出之后不再有内容。流式输出已经开始，无法挽救；一次性返回的回答可以。</translation>
    </message>
    <message>
        <source>It ends without its end mark. The gateway never passes that off as a whole answer.</source>
        <translation>没有结束标记就结束。网关绝不把它当作完整的回答。</translation>
    </message>
    <message>
        <source>Its answer cannot be read. A 200 alone is no success: the next model is called.</source>
        <translation>回答无法解析。仅有 200 不算成功：会调用下一个模型。</translation>
    </message>
    <message>
        <source>A whole answer with nothing in it. It counts as an answer, unless the key says that empty answers are failures.</source>
        <translation>完整但没有内容的回答。它算作回答，除非密钥规定空回答算失败。</translation>
    </message>
    <message>
        <source>It says 200 and means an error. The gateway looks inside and calls the next model.</source>
        <translation>状态码是 200，内容却是错误。网关会检查内容，并调用下一个模型。</translation>
    </message>
    <message>
        <source>It answers late. Within the timeout that is an answer; beyond it the next model is called.</source>
        <translation>它回答得晚。在超时之内算作回答；超时则调用下一个模型。</translation>
    </message>
    <message>
        <source>Primary down</source>
        <translation>主模型不可用</translation>
    </message>
    <message>
        <source>Primary slow</source>
        <translation>主模型无输出</translation>
    </message>
    <message>
        <source>Rate limit storm</source>
        <translation>限流风暴</translation>
    </message>
    <message>
        <source>Everything down</source>
        <translation>全部不可用</translation>
    </message>
    <message>
        <source>Dies in mid-stream</source>
        <translation>流式中途断开</translation>
    </message>
    <message>
        <source>The primary model answers 503; a backup shall step in.</source>
        <translation>主模型返回 503，应由备模型接替。</translation>
    </message>
    <message>
        <source>The primary model gives no output; a backup shall step in after the timeout.</source>
        <translation>主模型没有输出，超时后应由备模型接替。</translation>
    </message>
    <message>
        <source>Every model but the last one answers 429; the last one shall step in without waiting.</source>
        <translation>除最后一个外，所有模型都返回 429；最后一个应立即接替。</translation>
    </message>
    <message>
        <source>Every model answers 503; the client shall get an honest error.</source>
        <translation>所有模型都返回 503，客户端应得到如实的错误。</translation>
    </message>
    <message>
        <source>The primary model breaks off after its first output; the client shall learn that its answer is not whole.</source>
        <translation>主模型在首个输出之后断开，客户端应得知回答不完整。</translation>
    </message>
    <message>
        <source>requests this minute</source>
        <translation>本分钟请求数</translation>
    </message>
    <message>
        <source>tokens today</source>
        <translation>今日 token</translation>
    </message>
    <message>
        <source>tokens this month</source>
        <translation>本月 token</translation>
    </message>
    <message>
        <source>free tokens</source>
        <translation>免费 token</translation>
    </message>
    <message>
        <source>%1: %2 of %3 (%4 %)</source>
        <translation>%1：%2 / %3（%4%）</translation>
    </message>
    <message>
        <source>%1 % of minute</source>
        <translation>本分钟 %1%</translation>
    </message>
    <message>
        <source>%1 % of today</source>
        <translation>今日 %1%</translation>
    </message>
    <message>
        <source>%1 % of month</source>
        <translation>本月 %1%</translation>
    </message>
    <message>
        <source>%1 % of free</source>
        <translation>免费额度 %1%</translation>
    </message>
    <message>
        <source>No network interface is up.</source>
        <translation>没有可用的网络接口。</translation>
    </message>
    <message>
        <source>Not reachable: %1.</source>
        <translation>无法连接：%1。</translation>
    </message>
    <message>
        <source>No name is found: %1.</source>
        <translation>域名全部无法解析：%1。</translation>
    </message>
    <message>
        <source>Web pages came in place of answers: %1.</source>
        <translation>返回的是网页而不是响应：%1。</translation>
    </message>
    <message>
        <source>Redirects came in place of answers: %1.</source>
        <translation>返回的是重定向而不是响应：%1。</translation>
    </message>
    <message>
        <source>The system&apos;s proxy is another one than when providers answered.</source>
        <translation>系统代理与此前能够连通时不同。</translation>
    </message>
    <message>
        <source>The computer slept for %1.</source>
        <translation>本机休眠了 %1。</translation>
    </message>
    <message>
        <source>Other providers answered meanwhile.</source>
        <translation>其间其他提供商响应正常。</translation>
    </message>
    <message>
        <source>this computer was offline, so the channel is not blamed</source>
        <translation>当时本机断网，不归咎于该渠道</translation>
    </message>
    <message>
        <source>the network wanted a login first, so the channel is not blamed</source>
        <translation>当时网络需要先登录，不归咎于该渠道</translation>
    </message>
    <message>
        <source>the system&apos;s proxy had changed, so the channel is not blamed</source>
        <translation>当时系统代理已更改，不归咎于该渠道</translation>
    </message>
    <message>
        <source>this computer had just woken from sleep, so the channel is not blamed</source>
        <translation>当时本机刚从休眠中唤醒，不归咎于该渠道</translation>
    </message>
    <message>
        <source>%1 tokens were saved.</source>
        <translation>节省了 %1 个 token。</translation>
    </message>
    <message numerus="yes">
        <source>%1: played “%2”, and %n attempt(s) ended as expected (%3).</source>
        <translation>
            <numerusform>%1：模拟“%2”，%n 次尝试符合预期（%3）。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no field “%1”. Text with a colon needs quotes.</source>
        <translation>没有字段“%1”。带冒号的文字要加引号。</translation>
    </message>
    <message>
        <source>Something to look for is missing.</source>
        <translation>缺少要查找的内容。</translation>
    </message>
    <message>
        <source>“%1” needs a value.</source>
        <translation>“%1”需要一个值。</translation>
    </message>
    <message>
        <source>“%1”: one value only.</source>
        <translation>“%1”：只能有一个值。</translation>
    </message>
    <message>
        <source>“%1” is none of: %2.</source>
        <translation>“%1”不是以下之一：%2。</translation>
    </message>
    <message>
        <source>“%1” is not a number: write %1:value.</source>
        <translation>“%1”不是数值：请写 %1:值。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>“%1” needs a unit: %1ms or %1s.</source>
        <translation>“%1”需要单位：%1ms 或 %1s。</translation>
    </message>
    <message>
        <source>“%1” is not a time: write 30m, 1h, 7d, today, yesterday or a date (2026-11-01).</source>
        <translation>“%1”不是时间：请写 30m、1h、7d、today、yesterday 或日期 (2026-11-01)。</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation>引号没有结束。</translation>
    </message>
    <message>
        <source>The filter is too long.</source>
        <translation>筛选过长。</translation>
    </message>
    <message>
        <source>name of the gateway access key</source>
        <translation>网关访问密钥的名称</translation>
    </message>
    <message>
        <source>model that was asked for or answered</source>
        <translation>请求或作答的模型</translation>
    </message>
    <message>
        <source>channel that was called</source>
        <translation>调用过的渠道</translation>
    </message>
    <message>
        <source>id of the request</source>
        <translation>请求的 ID</translation>
    </message>
    <message>
        <source>what the client got: answered, failed, 5xx, 200</source>
        <translation>客户端得到的结果：answered、failed、5xx、200</translation>
    </message>
    <message>
        <source>HTTP code of any attempt: 429, 5xx</source>
        <translation>任一次尝试的 HTTP 状态码：429、5xx</translation>
    </message>
    <message>
        <source>what became of any attempt: timeout, rate_limited</source>
        <translation>任一次尝试的结果：timeout、rate_limited</translation>
    </message>
    <message>
        <source>why a model was not called</source>
        <translation>模型未被调用的原因</translation>
    </message>
    <message>
        <source>live, drill or cache</source>
        <translation>live（实际）、drill（演练）或 cache（缓存）</translation>
    </message>
    <message>
        <source>the interface: chat, embeddings</source>
        <translation>接口：chat、embeddings</translation>
    </message>
    <message>
        <source>streamed or not: yes, no</source>
        <translation>是否流式：yes、no</translation>
    </message>
    <message>
        <source>saved by a retry or a backup</source>
        <translation>由重试或备用模型挽救</translation>
    </message>
    <message>
        <source>from the cache or not: hit, miss</source>
        <translation>是否来自缓存：hit、miss</translation>
    </message>
    <message>
        <source>number of attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>tokens of the answer</source>
        <translation>回答的 token 数</translation>
    </message>
    <message>
        <source>how long it took: 500ms, 10s</source>
        <translation>用时：500ms、10s</translation>
    </message>
    <message>
        <source>time to the first output</source>
        <translation>首字时间</translation>
    </message>
    <message>
        <source>not older than: 1h, today, 2026-11-01</source>
        <translation>不早于：1h、today、2026-11-01</translation>
    </message>
    <message>
        <source>not newer than: 1h, yesterday, 2026-11-01</source>
        <translation>不晚于：1h、yesterday、2026-11-01</translation>
    </message>
    <message>
        <source>Failover drill of “%1”</source>
        <translation>“%1”的容灾演练</translation>
    </message>
    <message>
        <source>streamed</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>not streamed</source>
        <translation>非流式</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n request(s), %2 at a time · %3</source>
        <comment>when, how many, how many at once, how</comment>
        <translation>
            <numerusform>%1 · %n 个请求，每次并发 %2 个 · %3</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>The requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Your application saw</source>
        <translation>您的应用看到的结果</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>that it took</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Attempts in time</source>
        <translation>各次尝试的时间</translation>
    </message>
    <message>
        <source>%1 whole</source>
        <comment>HTTP status of a whole answer</comment>
        <translation>%1，完整</translation>
    </message>
    <message>
        <source>%1, broken off</source>
        <comment>HTTP status of an answer that broke off</comment>
        <translation>%1，中断</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>no answer came</comment>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Slow throughout</source>
        <translation>一直很慢</translation>
    </message>
    <message>
        <source>an answer, however slow</source>
        <translation>算作回答，无论多慢</translation>
    </message>
    <message>
        <source>Its answer comes a little at a time. While it goes on, the gateway passes it on and calls nobody else.</source>
        <translation>它的回答一点一点地来。只要还在输出，网关就照常转发，不会调用别的模型。</translation>
    </message>
    <message>
        <source>%1 + unknown</source>
        <translation>%1 + 未知</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) recorded, not counted here yet</source>
        <translation>
            <numerusform>另有 %Ln 个请求已记录，尚未计入</numerusform>
        </translation>
    </message>
</context>
</TS>
